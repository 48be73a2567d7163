package comeback.local.aws;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/**
 * The real SDK clients, pointed at the local services.
 *
 * @param dynamo the table
 * @param ses without retries of its own: SES has no idempotency token, so a retry may be a second mail
 * @param scheduler the alarms
 * @param received the bucket for mails that came in
 */
public record LocalAws(DynamoDbClient dynamo, SesV2Client ses, SchedulerClient scheduler, Received received)
        implements AutoCloseable {
    /**
     * A bucket, which is reached without a client of its own.
     *
     * @param http what its calls go through
     */
    public record Received(URI bucket, SdkHttpClient http) {}

    /** As in the cloud: after this long without an answer nobody knows whether SES took the mail. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    /** Clients of these services. */
    public static LocalAws of(LocalDynamo dynamo, LocalSes ses, LocalScheduler scheduler, LocalInbound inbound) {
        SdkHttpClient http =
                UrlConnectionHttpClient.builder().socketTimeout(ANSWER_WITHIN).build();
        var sesClient = SesV2Client.builder()
                .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()));
        return new LocalAws(
                aimed(DynamoDbClient.builder(), dynamo.uri(), http).build(),
                aimed(sesClient, ses.uri(), http).build(),
                aimed(SchedulerClient.builder(), scheduler.uri(), http).build(),
                new Received(inbound.bucket(), http));
    }

    @Override
    public void close() {
        dynamo.close();
        ses.close();
        scheduler.close();
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B aimed(
            B builder, URI at, SdkHttpClient http) {
        return builder.endpointOverride(at)
                .region(Region.of(Aws.REGION))
                .credentialsProvider(credentials())
                .httpClient(http);
    }

    /** Everybody's on this machine. */
    public static AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    }
}
