package comeback.simulation.wire;

import comeback.wiring.Surroundings;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/**
 * The SDK's clients as the functions have them, but for three things. Between attempts they do not sleep, and no timer runs
 * beside them: both pass by the machine's clock, and the passage lets as much of the world's go by instead. And they sign
 * nothing, because nobody here would look at it.
 *
 * @param dynamo asks three times
 * @param scheduler asks three times
 * @param ses asks once
 */
record Clients(DynamoDbClient dynamo, SchedulerClient scheduler, SesV2Client ses) {
    static Clients over(SdkHttpClient http) {
        return new Clients(
                at(DynamoDbClient.builder(), http)
                        .overrideConfiguration(Clients::again)
                        .build(),
                at(SchedulerClient.builder(), http)
                        .overrideConfiguration(Clients::again)
                        .build(),
                at(SesV2Client.builder(), http)
                        .overrideConfiguration(settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                        .build());
    }

    private static void again(ClientOverrideConfiguration.Builder settings) {
        settings.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(Surroundings.TRIES_MAX)
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                .build());
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B at(
            B builder, SdkHttpClient http) {
        return builder.region(Region.EU_WEST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(http);
    }
}
