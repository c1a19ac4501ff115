package fr.parchemin.jetty.internal;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Where every request comes in and every answer goes out, whichever bundle makes it. */
final class Threshold extends Handler.Wrapper {
    /** Asked by machines next door, over whatever they speak. */
    private static final String HEALTH = "/api/sante";

    private final SecurityHeaders headers;
    private final boolean redirects;
    private final int securePort;

    Threshold(SecurityHeaders headers, boolean redirects, int securePort) {
        this.headers = headers;
        this.redirects = redirects;
        this.securePort = securePort;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean secure = request.isSecure();
        request.addHttpStreamWrapper(stream -> new HttpStream.Wrapper(stream) {
            @Override
            public void send(
                    MetaData.Request asked, MetaData.Response answer, boolean last, ByteBuffer content, Callback sent) {
                super.send(asked, answer == null ? null : completed(answer, secure), last, content, sent);
            }
        });
        if (redirects && !secure && !HEALTH.equals(request.getHttpURI().getPath())) {
            overHttps(request, response, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private MetaData.Response completed(MetaData.Response answer, boolean secure) {
        if (HttpStatus.isInformational(answer.getStatus())) {
            return answer;
        }
        HttpFields.Mutable fields = HttpFields.build(answer.getHttpFields());
        headers.complete(fields, secure);
        return new MetaData.Response(
                answer.getStatus(),
                answer.getReason(),
                answer.getHttpVersion(),
                fields,
                answer.getContentLength(),
                answer.getTrailersSupplier());
    }

    /** Who only looks is shown the way. Who sent something has sent it for all to read, and is told so instead. */
    private void overHttps(Request request, Response response, Callback callback) {
        boolean looks = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        boolean bearsToken = request.getHeaders().contains(HttpHeader.AUTHORIZATION);
        if (looks && !bearsToken) {
            String location = HttpURI.build(request.getHttpURI())
                    .scheme("https")
                    .authority(Request.getServerName(request), securePort == 443 ? -1 : securePort)
                    .toString();
            response.setStatus(HttpStatus.PERMANENT_REDIRECT_308);
            response.getHeaders().put(new HttpField(HttpHeader.LOCATION, location));
            response.write(true, null, callback);
        } else {
            Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403, PlainErrors.OVER_HTTPS);
        }
    }
}
