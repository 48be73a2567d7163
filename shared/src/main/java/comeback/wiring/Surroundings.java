package comeback.wiring;

import comeback.alarm.SchedulerAlarms;
import comeback.commit.CachedFlowShelf;
import comeback.commit.CachedStores;
import comeback.commit.Catalogue;
import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.FlowShelf;
import comeback.commit.NotingCustomers;
import comeback.commit.Sightings;
import comeback.commit.StockRequests;
import comeback.commit.Stores;
import comeback.commit.WaitingList;
import comeback.commit.WaveWork;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.store.StoreId;
import comeback.table.DynamoCatalogue;
import comeback.table.DynamoCustomers;
import comeback.table.DynamoErasures;
import comeback.table.DynamoFlowShelf;
import comeback.table.DynamoSightings;
import comeback.table.DynamoStores;
import comeback.table.DynamoWaitingList;
import comeback.table.DynamoWaves;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/** What a function finds around it in Lambda, with one client for each service. Only composition roots use it. */
public final class Surroundings {
    /** As long as SES may take: a shorter wait would only make lost answers out of slow ones. */
    public static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

    private static final String STARTED_FOR = "AWS_LAMBDA_INITIALIZATION_TYPE";
    private static final String TAKES_A_PICTURE = "snap-start";
    private static final StoreId NOBODYS = new StoreId("rehearsal");

    /** How often the table or Scheduler is asked in one call. */
    public static final int TRIES_MAX = 3;

    /** How long one of these tries may take. */
    public static final Duration TRY_WITHIN = Duration.ofSeconds(2);

    /** The longest that one call to the table or to Scheduler takes, with all its tries. */
    public static final Duration CALL_WITHIN = Duration.ofSeconds(5);

    private final Map<String, String> environment;
    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final DynamoDbClient dynamo;
    private final PrintStream log;

    /** Not every function wakes anybody; who does asks for it twice and more. */
    private Optional<SchedulerAlarms> alarms = Optional.empty();

    /** Read once, whoever asks. */
    private Optional<FlowShelf> flows = Optional.empty();

    /**
     * These surroundings.
     *
     * @param environment the variables that template.yaml sets
     * @param http the one HTTP client: the smallest there is, because it is loaded in every cold start
     * @param dynamo the table's client
     */
    Surroundings(Map<String, String> environment, SdkHttpClient http, DynamoDbClient dynamo) {
        this(environment, http, DefaultCredentialsProvider.builder().build(), dynamo, System.out);
    }

    private Surroundings(
            Map<String, String> environment,
            SdkHttpClient http,
            AwsCredentialsProvider credentials,
            DynamoDbClient dynamo,
            PrintStream log) {
        this.environment = environment;
        this.http = http;
        this.credentials = credentials;
        this.dynamo = dynamo;
        this.log = log;
    }

    /** Reads the process's environment. */
    public static Surroundings ofLambda() {
        return ofLambda(stage -> {});
    }

    /**
     * Reads the process's environment.
     *
     * @param rehearsal what the function plays before SnapStart takes its picture, with surroundings from which nothing comes out
     */
    public static Surroundings ofLambda(Consumer<Surroundings> rehearsal) {
        SdkHttpClient http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_WITHIN)
                .socketTimeout(ANSWER_WITHIN)
                .build();
        var environment = System.getenv();
        var credentials = DefaultCredentialsProvider.builder().build();
        var lambda = new Surroundings(
                environment, http, credentials, table(http, credentials, region(environment)), System.out);
        lambda.rehearse(rehearsal);
        return lambda;
    }

    /**
     * Harmless reads before SnapStart takes its picture: what calls to AWS load, look up and compile is in the picture then, and
     * no customer waits for it. Two, because the second finds the first one's connection. Here and not in a hook of its own,
     * because Lambda takes the picture when the function is made, and says beforehand that it will.
     */
    void rehearse(Consumer<Surroundings> rehearsal) {
        if (!TAKES_A_PICTURE.equals(environment.get(STARTED_FOR))) {
            return;
        }
        // It was for speed alone: neither a table that cannot be read yet nor a rehearsal that fails is a reason not to
        // start.
        tried(() -> {
            var stores = new DynamoStores(dynamo, table());
            stores.find(NOBODYS);
            stores.find(NOBODYS);
        });
        tried(() -> rehearsal.accept(onStage()));
    }

    private void tried(Runnable rehearsed) {
        try {
            rehearsed.run();
        } catch (RuntimeException e) {
            log.println("{\"rehearsal\":\"" + e.getClass().getSimpleName() + "\"}");
        }
    }

    private Surroundings onStage() {
        var stage = new Stage();
        var nobody = StaticCredentialsProvider.create(AwsBasicCredentials.create("rehearsal", "rehearsal"));
        var unheard = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Surroundings(environment, stage, nobody, table(stage, nobody, region(environment)), unheard);
    }

    private static Region region(Map<String, String> environment) {
        return Region.of(Objects.requireNonNull(environment.get("AWS_REGION"), "Lambda sets AWS_REGION"));
    }

    private static DynamoDbClient table(SdkHttpClient http, AwsCredentialsProvider credentials, Region region) {
        return DynamoDbClient.builder()
                .region(region)
                .httpClient(http)
                .credentialsProvider(credentials)
                .overrideConfiguration(Surroundings::bounded)
                .build();
    }

    /**
     * Of the table, of Scheduler and of SES's lists, which may be asked again. They answer in milliseconds; who takes so long is ill, and
     * the next try meets another. All tries together leave a function the time to say that it could not.
     */
    public static void bounded(ClientOverrideConfiguration.Builder settings) {
        settings.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(TRIES_MAX)
                        .build())
                .apiCallAttemptTimeout(TRY_WITHIN)
                .apiCallTimeout(CALL_WITHIN);
    }

    public Map<String, String> environment() {
        return environment;
    }

    public SdkHttpClient http() {
        return http;
    }

    public DynamoDbClient dynamo() {
        return dynamo;
    }

    /** A variable that must be set. */
    public String need(String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("the environment variable " + name + " is not set");
        }
        return value;
    }

    public String table() {
        return need("TABLE");
    }

    /** The templates folder, packed beside the classes. */
    public Path templates() {
        return Path.of(need("LAMBDA_TASK_ROOT"), "templates");
    }

    public Stores stores() {
        return new CachedStores(new DynamoStores(dynamo, table()), InstantSource.system());
    }

    public Customers customers() {
        return new DynamoCustomers(dynamo, table());
    }

    /** What the shop sells. */
    public Catalogue catalogue() {
        return new DynamoCatalogue(dynamo, table());
    }

    /** Who waits for what. */
    public WaitingList waitingList() {
        return new DynamoWaitingList(dynamo, table());
    }

    private Sightings sightings() {
        return new DynamoSightings(dynamo, table());
    }

    /** Requests to be told of stock, beside these decisions. */
    public StockRequests stockRequests(CustomerDecisions decisions) {
        return new StockRequests(decisions, catalogue(), waitingList(), waves(decisions), InstantSource.system());
    }

    /** News of returned stock, told by these decisions. */
    public WaveWork waves(WaveWork.Arrivals arrivals) {
        return new WaveWork(
                catalogue(),
                waitingList(),
                sightings(),
                new DynamoWaves(dynamo, table()),
                alarms(),
                arrivals,
                InstantSource.system());
    }

    public SchedulerAlarms alarms() {
        SchedulerAlarms found = alarms.orElseGet(this::newAlarms);
        alarms = Optional.of(found);
        return found;
    }

    private SchedulerAlarms newAlarms() {
        return new SchedulerAlarms(
                SchedulerClient.builder()
                        .region(region(environment))
                        .httpClient(http)
                        .credentialsProvider(credentials)
                        .overrideConfiguration(Surroundings::bounded)
                        .build(),
                new SchedulerAlarms.Destination(
                        need("SCHEDULE_GROUP"),
                        // A template cannot refer a function to itself, so wake's own ARN is completed here.
                        need("WAKE_ARN").replace("${AWS_LAMBDA_FUNCTION_NAME}", need("AWS_LAMBDA_FUNCTION_NAME")),
                        need("SCHEDULER_ROLE_ARN"),
                        need("SCHEDULER_DLQ_ARN")));
    }

    /** Decisions with this deployment's flows; each is logged in one line. */
    public CustomerDecisions decisions() {
        return new CustomerDecisions(
                new NotingCustomers(customers(), sightings()),
                alarms(),
                flows(),
                InstantSource.system(),
                new PrintedDecisions(log),
                new DynamoErasures(dynamo, table()));
    }

    /** This deployment's flows. */
    public FlowShelf flows() {
        FlowShelf found = flows.orElseGet(this::newFlows);
        flows = Optional.of(found);
        return found;
    }

    private FlowShelf newFlows() {
        Flows today = FlowFiles.checked(templates());
        return new CachedFlowShelf(new DynamoFlowShelf(dynamo, table(), () -> today));
    }
}
