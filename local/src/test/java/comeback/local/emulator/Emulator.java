package comeback.local.emulator;

import comeback.local.deploy.Deployed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** AWS in a container, where the table, the schedule group and the queues of template.yaml can be made. */
final class Emulator implements AutoCloseable {
    /** The last image of LocalStack that asks for no account. Any that answers as LocalStack does will do. */
    private static final String USUAL_IMAGE = "localstack/localstack:4.14.0";

    static final String SCHEDULE_GROUP = "comeback";

    private final LocalStackContainer container;
    private final DynamoDbClient dynamo;
    private final SchedulerClient scheduler;
    private final SqsClient queues;
    private int tables;

    private Emulator(LocalStackContainer container) {
        this.container = container;
        dynamo = aimed(DynamoDbClient.builder()).build();
        scheduler = aimed(SchedulerClient.builder()).build();
        queues = aimed(SqsClient.builder()).build();
        scheduler.createScheduleGroup(group -> group.name(SCHEDULE_GROUP));
    }

    private static String image() {
        return Optional.ofNullable(System.getenv("AWS_EMULATOR_IMAGE")).orElse(USUAL_IMAGE);
    }

    static boolean isMoto() {
        return image().contains("moto");
    }

    static Emulator start() {
        LocalStackContainer container = new LocalStackContainer(
                        DockerImageName.parse(image()).asCompatibleSubstituteFor("localstack/localstack"))
                .withServices("dynamodb", "scheduler", "sqs");
        container.start();
        return new Emulator(container);
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B aimed(B builder) {
        return builder.endpointOverride(container.getEndpoint())
                .region(Region.of(container.getRegion()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey())))
                .httpClient(UrlConnectionHttpClient.create());
    }

    DynamoDbClient dynamo() {
        return dynamo;
    }

    SchedulerClient scheduler() {
        return scheduler;
    }

    /** A new table, as template.yaml describes it; its name. */
    String emptyTable() {
        String name = "comeback-" + ++tables;
        makeTable(name);
        return name;
    }

    void makeTable(String name) {
        dynamo.createTable(Deployed.table(name));
    }

    /** All that lies in a table; only a test may ask so. */
    List<Map<String, AttributeValue>> items(String table) {
        return dynamo.scanPaginator(all -> all.tableName(table)).items().stream()
                .toList();
    }

    /** The queues that template.yaml describes; their addresses. */
    List<String> makeQueues() {
        return Deployed.queues().stream()
                .map(name -> queues.createQueue(queue -> queue.queueName(name)).queueUrl())
                .toList();
    }

    @Override
    public void close() {
        dynamo.close();
        scheduler.close();
        queues.close();
        container.stop();
    }
}
