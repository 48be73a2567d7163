package comeback.wiring;

import comeback.json.Fields;
import comeback.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * A service of AWS that takes JSON by POST, for a function that needs one call of it. With the service's own client a zip
 * would be one or two megabytes larger for that.
 */
public final class SignedJson {
    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final String region;
    private final Service service;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /**
     * Which one.
     *
     * @param name as it is signed for: "events"
     * @param target before the operation's name: "AWSEvents"
     * @param json which version of AWS's JSON protocol: "1.1"
     * @param place where it is reached
     */
    public record Service(String name, String target, String json, URI place) {}

    public SignedJson(SdkHttpClient http, AwsCredentialsProvider credentials, String region, Service service) {
        this.http = http;
        this.credentials = credentials;
        this.region = region;
        this.service = service;
    }

    /**
     * Asks once.
     *
     * @throws UncheckedIOException when nothing came back
     * @throws IllegalStateException when it refused
     */
    public Fields call(String operation, Map<String, Object> body) {
        byte[] bytes = Json.print(body).getBytes(StandardCharsets.UTF_8);
        try {
            HttpExecuteResponse answer = http.prepareRequest(
                            signed(operation, ContentStreamProvider.fromByteArray(bytes)))
                    .call();
            byte[] told = new byte[0];
            if (answer.responseBody().isPresent()) {
                try (InputStream stream = answer.responseBody().get()) {
                    told = stream.readAllBytes();
                }
            }
            if (answer.httpResponse().isSuccessful()
                    && Json.parse(told) instanceof Json.Parsed.Value(Map<String, Object> object)) {
                return Fields.of(object);
            }
            throw new IllegalStateException(service.target() + "." + operation + " was answered "
                    + answer.httpResponse().statusCode());
        } catch (IOException e) {
            throw new UncheckedIOException("asking " + service.target() + "." + operation, e);
        }
    }

    private HttpExecuteRequest signed(String operation, ContentStreamProvider payload) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(service.place())
                .putHeader("Content-Type", "application/x-amz-json-" + service.json())
                .putHeader("X-Amz-Target", service.target() + "." + operation)
                .build();
        SdkHttpRequest signed = signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(payload)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service.name())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region))
                .request();
        return HttpExecuteRequest.builder()
                .request(signed)
                .contentStreamProvider(payload)
                .build();
    }
}
