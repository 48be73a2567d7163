package comeback.local.contracts;

import comeback.commit.BoughtTogether;
import comeback.commit.BoughtTogetherContract;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.table.DynamoBoughtTogether;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What was bought together in DynamoDB Local, through the real SDK client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoBoughtTogetherTest extends BoughtTogetherContract {
    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");

    @AfterAll
    void stop() {
        world.close();
    }

    @BeforeEach
    void emptyTable() {
        world.inside().reset();
    }

    @Override
    protected BoughtTogether together() {
        return new DynamoBoughtTogether(world.inside().aws().dynamo(), Aws.TABLE);
    }
}
