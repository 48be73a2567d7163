package comeback.local.contracts;

import comeback.commit.FlowShelf;
import comeback.commit.FlowShelfContract;
import comeback.flow.Flows;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.table.DynamoFlowShelf;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class DynamoFlowShelfTest extends FlowShelfContract {
    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    protected FlowShelf shelf() {
        return new DynamoFlowShelf(world.inside().aws().dynamo(), Aws.TABLE, () -> new Flows(List.of()));
    }
}
