package comeback.local.contracts;

import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.table.TableContracts;
import org.junit.jupiter.api.AfterAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table's contracts against DynamoDB Local. */
class DynamoLocalTest extends TableContracts {
    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");

    @AfterAll
    void stop() {
        world.close();
    }

    @Override
    protected DynamoDbClient dynamo() {
        return world.inside().aws().dynamo();
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
