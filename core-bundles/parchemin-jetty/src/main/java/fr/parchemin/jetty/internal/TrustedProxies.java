package fr.parchemin.jetty.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Takes from a proxy that is trusted who asks ({@code X-Forwarded-For}) and whether over HTTPS ({@code
 * X-Forwarded-Proto}), and from nobody else.
 *
 * <p>A proxy appends to what the client sent, so the list is read from its end: the first address that is no trusted
 * proxy is the client; whatever stands before it, the client may have invented. The name of the host is not taken: a
 * proxy passes {@code Host} on.
 */
final class TrustedProxies implements HttpConfiguration.Customizer {
    private static final String HTTPS = "https";

    private final Networks trusted;
    private final ForwardedRequestCustomizer jetty = new ForwardedRequestCustomizer();

    TrustedProxies(Networks trusted) {
        this.trusted = trusted;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
        boolean believed = peer instanceof InetSocketAddress address
                && address.getAddress() != null
                && trusted.contains(address.getAddress());
        return believed ? jetty.customize(reduced(request), responseHeaders) : request;
    }

    /** The request with no more of these headers than may be believed, one value each. */
    private Request reduced(Request request) {
        HttpFields given = request.getHeaders();
        HttpFields.Mutable kept = HttpFields.build();
        for (HttpField field : given) {
            if (!field.getLowerCaseName().startsWith("x-forwarded-")
                    && !field.getLowerCaseName().equals("forwarded")
                    && !field.getLowerCaseName().startsWith("x-proxied-")
                    && !field.getLowerCaseName().startsWith("proxy-ssl")) {
                kept.add(field);
            }
        }
        client(given).ifPresent(client -> kept.put(HttpHeader.X_FORWARDED_FOR, client));
        List<String> protocols = given.getCSV(HttpHeader.X_FORWARDED_PROTO, false);
        if (!protocols.isEmpty() && HTTPS.equalsIgnoreCase(protocols.get(protocols.size() - 1))) {
            kept.put(HttpHeader.X_FORWARDED_PROTO, HTTPS);
        }
        HttpFields headers = kept.asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }

    private Optional<String> client(HttpFields given) {
        List<String> hops = given.getCSV(HttpHeader.X_FORWARDED_FOR, false).stream()
                .collect(Collectors.collectingAndThen(Collectors.toList(), list -> {
                    Collections.reverse(list);
                    return list;
                }));
        Optional<InetAddress> nearest = Optional.empty();
        for (String hop : hops) {
            Optional<InetAddress> address = Networks.literal(hop);
            if (address.isEmpty()) {
                break;
            }
            nearest = address;
            if (!trusted.contains(address.get())) {
                break;
            }
        }
        return nearest.map(address ->
                address.getAddress().length > 4 ? "[" + address.getHostAddress() + "]" : address.getHostAddress());
    }
}
