package comeback.local.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.local.aws.Aws;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An HTTP API of API Gateway, payload format 2.0: requests to events, and answers back. */
final class ApiGateway {
    private static final String API_ID = "local";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ApiGateway() {}

    /**
     * The event that a function gets.
     *
     * @param routeKey the route in template.yaml, "$default" or "ANY /u/{token}"
     * @param pathParameters those of the route, as they stand in the path; the function gets them decoded
     */
    static APIGatewayV2HTTPEvent event(
            Request request, String routeKey, Map<String, String> pathParameters, Instant now) {
        var headers = new LinkedHashMap<>(request.headers());
        String host = Optional.ofNullable(headers.get("host")).orElse("");
        // API Gateway takes cookies out of the headers and names the caller's address.
        String cookies = headers.remove("cookie");
        headers.putIfAbsent("x-forwarded-for", "127.0.0.1");
        headers.putIfAbsent("x-forwarded-proto", "http");
        var event = new APIGatewayV2HTTPEvent();
        event.setVersion("2.0");
        event.setRouteKey(routeKey);
        event.setRawPath(request.path());
        event.setRawQueryString(request.query());
        event.setHeaders(headers);
        if (cookies != null) {
            event.setCookies(List.of(cookies.split("; ")));
        }
        if (!request.query().isEmpty()) {
            event.setQueryStringParameters(request.parameters());
        }
        if (!pathParameters.isEmpty()) {
            var decoded = new LinkedHashMap<String, String>();
            pathParameters.forEach((name, value) -> decoded.put(name, decoded(value)));
            event.setPathParameters(decoded);
        }
        event.setRequestContext(context(request, routeKey, host, now));
        setBody(event, request);
        return event;
    }

    /** In a path, unlike in a form, a plus is a plus. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A lone "%" is legal enough for API Gateway, which hands it on.
            return segment;
        }
    }

    /** What the caller gets. */
    static Answer answer(APIGatewayV2HTTPResponse response) {
        var headers = new LinkedHashMap<String, String>();
        if (response.getMultiValueHeaders() != null) {
            response.getMultiValueHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        }
        if (response.getHeaders() != null) {
            headers.putAll(response.getHeaders());
        }
        if (response.getCookies() != null && !response.getCookies().isEmpty()) {
            headers.put("Set-Cookie", response.getCookies().getFirst());
        }
        String body = Optional.ofNullable(response.getBody()).orElse("");
        byte[] bytes = response.getIsBase64Encoded()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
        return new Answer(response.getStatusCode(), headers, bytes);
    }

    private static APIGatewayV2HTTPEvent.RequestContext context(
            Request request, String routeKey, String host, Instant now) {
        var http = new APIGatewayV2HTTPEvent.RequestContext.Http();
        http.setMethod(request.method());
        http.setPath(request.path());
        http.setProtocol("HTTP/1.1");
        http.setSourceIp("127.0.0.1");
        http.setUserAgent(request.header("user-agent").orElse(""));
        var context = new APIGatewayV2HTTPEvent.RequestContext();
        context.setAccountId(Aws.ACCOUNT);
        context.setApiId(API_ID);
        context.setDomainName(host);
        context.setDomainPrefix(API_ID);
        context.setHttp(http);
        context.setRequestId(UUID.randomUUID().toString());
        context.setRouteKey(routeKey);
        context.setStage("$default");
        context.setTime(TIME.format(now));
        context.setTimeEpoch(now.toEpochMilli());
        return context;
    }

    private static void setBody(APIGatewayV2HTTPEvent event, Request request) {
        byte[] body = request.body();
        if (body.length == 0) {
            event.setIsBase64Encoded(false);
            return;
        }
        Optional<String> text = isText(request) ? utf8(body) : Optional.empty();
        event.setIsBase64Encoded(text.isEmpty());
        event.setBody(text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
    }

    /** API Gateway passes these on as text, and everything else (forms, gzip) in base64. */
    private static boolean isText(Request request) {
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        boolean isTextType = type.startsWith("text/")
                || type.matches("application/(.+\\+)?(json|xml)\\b.*")
                || type.startsWith("application/javascript");
        return isTextType && request.header("content-encoding").isEmpty();
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
