package comeback.local.contracts;

import comeback.commit.WaitingList;
import comeback.commit.Waves;
import comeback.commit.WavesContract;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.table.DynamoWaitingList;
import comeback.table.DynamoWaves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Waves and those who wait in DynamoDB Local, through the real SDK client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoWavesTest extends WavesContract {
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
    protected WaitingList list() {
        return new DynamoWaitingList(world.inside().aws().dynamo(), Aws.TABLE);
    }

    @Override
    protected Waves waves() {
        return new DynamoWaves(world.inside().aws().dynamo(), Aws.TABLE);
    }
}
