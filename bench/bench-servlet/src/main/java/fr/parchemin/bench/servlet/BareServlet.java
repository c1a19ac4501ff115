package fr.parchemin.bench.servlet;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/**
 * Answers at once: {@code GET /bench?octets=n} with a JSON text of n bytes, {@code POST /bench} with the body it was
 * sent. No routing, no access control, no database.
 */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=/bench/*")
public final class BareServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String SHELL = "{\"texte\":\"\"}";

    private final transient Map<Integer, byte[]> texts = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] text = texts.computeIfAbsent(Integer.valueOf(request.getParameter("octets")), BareServlet::textOf);
        answer(response, HttpServletResponse.SC_OK, text);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(
                response,
                HttpServletResponse.SC_CREATED,
                request.getInputStream().readAllBytes());
    }

    private static void answer(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] textOf(int bytes) {
        int letters = Math.max(0, bytes - SHELL.length());
        return ("{\"texte\":\"" + "x".repeat(letters) + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
