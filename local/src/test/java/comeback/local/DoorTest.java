package comeback.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import comeback.local.aws.Loopback;
import comeback.local.stores.StoresFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes in over HTTP, and what a function sees of it. */
final class DoorTest {
    private SmallWorld world;

    @BeforeEach
    void start() {
        world = new SmallWorld("2026-03-02T09:00:00Z");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void a_function_sees_a_request_as_api_gateway_hands_it_on() {
        var answer = world.world()
                .send(world.world()
                        .request("/v1/t%20x?writeKey=a%26b&writeKey=c")
                        .header("X-Write-Key", "sk_demo")
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Cookie", "a=b; c=d")
                        .POST(BodyPublishers.ofString("{\"name\":\"안녕\"}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-From")).contains("function");
        APIGatewayV2HTTPEvent event = world.shop().requests.getFirst();
        assertThat(event.getVersion()).isEqualTo("2.0");
        assertThat(event.getRawPath()).isEqualTo("/v1/t%20x");
        assertThat(event.getRawQueryString()).isEqualTo("writeKey=a%26b&writeKey=c");
        assertThat(event.getQueryStringParameters()).containsEntry("writeKey", "a&b,c");
        assertThat(event.getHeaders()).containsEntry("x-write-key", "sk_demo").doesNotContainKey("cookie");
        assertThat(event.getCookies()).containsExactly("a=b", "c=d");
        assertThat(event.getBody()).isEqualTo("{\"name\":\"안녕\"}");
        assertThat(event.getIsBase64Encoded()).isFalse();
        assertThat(event.getRequestContext().getHttp().getMethod()).isEqualTo("POST");
        assertThat(event.getRequestContext().getTime()).isEqualTo("02/Mar/2026:09:00:00 +0000");
    }

    @Test
    void forms_and_compressed_bodies_come_in_base64() {
        post("application/x-www-form-urlencoded", "", "/u/tok123");
        post("application/json", "gzip", "/v1/batch");
        APIGatewayV2HTTPEvent form = world.shop().requests.getFirst();
        assertThat(form.getBody()).isEqualTo("TGlzdC1VbnN1YnNjcmliZT1PbmUtQ2xpY2s=");
        assertThat(form.getIsBase64Encoded()).isTrue();
        assertThat(form.getPathParameters()).containsEntry("token", "tok123");
        assertThat(form.getRouteKey()).isEqualTo("ANY /u/{token}");
        assertThat(world.shop().requests.getLast().getIsBase64Encoded()).isTrue();
    }

    @Test
    void a_question_about_a_customer_has_its_own_route_and_its_parameter_decoded() {
        world.world().get("/v1/customers/email:ada+1%40example.com/explain?flow=cart");
        world.world().get("/v1/customers/ada/orders");

        APIGatewayV2HTTPEvent asked = world.shop().requests.getFirst();
        assertThat(asked.getRouteKey()).isEqualTo("GET /v1/customers/{id}/explain");
        assertThat(asked.getPathParameters()).containsEntry("id", "email:ada+1@example.com");
        assertThat(asked.getQueryStringParameters()).containsEntry("flow", "cart");
        assertThat(world.shop().requests.getLast().getRouteKey()).isEqualTo("$default");
    }

    @Test
    void head_and_options_reach_the_function_and_have_no_body() {
        for (String method : List.of("HEAD", "OPTIONS")) {
            var answer =
                    world.world().send(world.world().request("/v1/identify").method(method, BodyPublishers.noBody()));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(world.shop()
                            .requests
                            .getLast()
                            .getRequestContext()
                            .getHttp()
                            .getMethod())
                    .isEqualTo(method);
        }
    }

    @Test
    void a_function_that_throws_is_an_internal_server_error() {
        var answer = world.post("/v1/broken", "{}");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void too_large_a_body_never_reaches_a_function() {
        var answer = world.post("/v1/batch", "x".repeat(10 * 1024 * 1024 + 1));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(world.shop().requests).isEmpty();
    }

    @Test
    void files_are_served_and_nothing_outside_their_folders() {
        assertThat(world.get("/").statusCode()).isEqualTo(200);
        for (String path :
                List.of("/page/nothing.css", "/page/../demo-stores.yaml", "/page/..%2fMain.class", "/shop/", "/x")) {
            assertThat(world.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_name_that_was_made_to_point_here_is_refused() throws IOException {
        assertThat(raw("GET /local/clock HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET /local/clock HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void a_page_of_another_origin_cannot_reach_the_controls() {
        for (String origin : List.of("https://evil.example", "null")) {
            var answer = world.world()
                    .send(world.world()
                            .request("/local/reset")
                            .header("Origin", origin)
                            .POST(BodyPublishers.noBody()));
            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void nothing_listens_on_another_interface() throws SocketException {
        for (InetAddress address : otherAddresses()) {
            assertThat(canConnect(address, world.world().uri().getPort())).isFalse();
        }
    }

    @Test
    void a_second_start_on_the_same_port_is_refused_and_leaves_nothing_behind() {
        int port = world.world().uri().getPort();
        var options = new Options(port, StoresFile.demo(), Path.of("."), false);
        assertThat(catchThrowable(() -> TestWorld.start("2026-03-02T09:00:00Z", options, SmallShop::new)))
                .hasRootCauseInstanceOf(BindException.class);
        assertThat(world.get("/local/clock").statusCode()).isEqualTo(200);
        assertThat(Loopback.uri(port)).isEqualTo(world.world().uri());
    }

    private void post(String contentType, String encoding, String path) {
        var request = world.world().request(path).header("Content-Type", contentType);
        if (!encoding.isEmpty()) {
            request.header("Content-Encoding", encoding);
        }
        world.world().send(request.POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
    }

    private String raw(String request) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), world.world().uri().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<InetAddress> otherAddresses() throws SocketException {
        var addresses = new ArrayList<InetAddress>();
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .forEach(addresses::add);
        return addresses;
    }

    private static boolean canConnect(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
