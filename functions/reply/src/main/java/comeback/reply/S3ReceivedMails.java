package comeback.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * A bucket of S3, by the two calls that are needed of it. With S3's own client this function's zip would be half as
 * large again for a GET and a DELETE.
 */
public final class S3ReceivedMails implements ReceivedMails {
    private static final int GONE = 404;

    /** As SES names mails: nothing that a path would understand otherwise. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,200}");

    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final String region;
    private final URI bucket;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /**
     * Makes it.
     *
     * @param bucket where it is reached, without a slash at the end
     */
    public S3ReceivedMails(SdkHttpClient http, AwsCredentialsProvider credentials, String region, URI bucket) {
        this.http = http;
        this.credentials = credentials;
        this.region = region;
        this.bucket = bucket;
    }

    @Override
    public Optional<byte[]> find(String id) {
        try {
            HttpExecuteResponse answer = call(SdkHttpMethod.GET, id);
            byte[] body = new byte[0];
            if (answer.responseBody().isPresent()) {
                try (InputStream stream = answer.responseBody().get()) {
                    body = stream.readAllBytes();
                }
            }
            return succeeded(answer, SdkHttpMethod.GET, id) ? Optional.of(body) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the mail " + id, e);
        }
    }

    @Override
    public void remove(String id) {
        try {
            HttpExecuteResponse answer = call(SdkHttpMethod.DELETE, id);
            if (answer.responseBody().isPresent()) {
                answer.responseBody().get().close();
            }
            succeeded(answer, SdkHttpMethod.DELETE, id);
        } catch (IOException e) {
            throw new UncheckedIOException("taking away the mail " + id, e);
        }
    }

    /** False when there is no such mail. */
    private static boolean succeeded(HttpExecuteResponse answer, SdkHttpMethod method, String id) {
        int status = answer.httpResponse().statusCode();
        if (!answer.httpResponse().isSuccessful() && status != GONE) {
            throw new IllegalStateException("S3 answered " + status + " to " + method + " of the mail " + id);
        }
        return status != GONE;
    }

    private HttpExecuteResponse call(SdkHttpMethod method, String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("no mail of SES has such a name");
        }
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(method)
                .uri(URI.create(bucket + "/" + id))
                .build();
        SdkHttpRequest signed = signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false))
                .request();
        return http.prepareRequest(HttpExecuteRequest.builder().request(signed).build())
                .call();
    }
}
