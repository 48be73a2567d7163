package comeback.local;

import comeback.local.aws.LocalAws;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** The clients of a local world once more, the real ones still, with a test's ears or hands on them. */
public final class WatchedAws {
    private WatchedAws() {}

    /**
     * Makes them.
     *
     * @param plain where they lead
     * @param settings of the clients; SES never repeats, as in the cloud
     * @param wire what lies between the clients and the services
     */
    public static LocalAws of(
            LocalAws plain, Consumer<ClientOverrideConfiguration.Builder> settings, UnaryOperator<SdkHttpClient> wire) {
        SdkHttpClient http = wire.apply(UrlConnectionHttpClient.create());
        Consumer<ClientOverrideConfiguration.Builder> once =
                settings.andThen(builder -> builder.retryStrategy(DefaultRetryStrategy.doNotRetry()));
        return new LocalAws(
                like(plain.dynamo().serviceClientConfiguration(), DynamoDbClient.builder(), http)
                        .overrideConfiguration(settings)
                        .build(),
                like(plain.ses().serviceClientConfiguration(), SesV2Client.builder(), http)
                        .overrideConfiguration(once)
                        .build(),
                like(plain.scheduler().serviceClientConfiguration(), SchedulerClient.builder(), http)
                        .overrideConfiguration(settings)
                        .build(),
                new LocalAws.Received(plain.received().bucket(), SeenCalls.ofS3(http)));
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B like(
            AwsServiceClientConfiguration plain, B builder, SdkHttpClient http) {
        return builder.endpointOverride(plain.endpointOverride().orElseThrow())
                .region(plain.region())
                .credentialsProvider(plain.credentialsProvider())
                .httpClient(http);
    }
}
