package fr.parchemin.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.servers.Server;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Puts the resources together and serves them for as long as what they need is there. */
@OpenAPIDefinition(info = @Info(title = "Parchemin", version = "0.1.0"), servers = @Server(url = "/api"))
@Component(service = {})
public final class ApiServer {
    private final CxfEngine engine;

    @Activate
    public ApiServer(BundleContext context) {
        ObjectMapper json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        engine = new CxfEngine(context, List.of(new SanteResource()), List.of(), json);
    }

    @Deactivate
    void stop() {
        engine.close();
    }
}
