package comeback.local.contracts;

import comeback.local.TestWorld;
import comeback.local.WatchedAws;
import comeback.local.aws.Aws;
import comeback.table.OddAnswersContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What AWS answers now and then, in front of DynamoDB Local, which never does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddAnswersTest extends OddAnswersContract {
    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");
    private final SdkHttpClient usual = UrlConnectionHttpClient.create();

    @AfterAll
    void stop() {
        world.close();
    }

    @Override
    protected DynamoDbClient through(SdkHttpClient http) {
        return WatchedAws.of(world.inside().aws(), settings -> {}, plain -> http)
                .dynamo();
    }

    @Override
    protected SdkHttpClient usual() {
        return usual;
    }

    @Override
    protected String tableName() {
        return Aws.TABLE;
    }

    @Override
    protected void emptyTable() {
        world.inside().reset();
    }
}
