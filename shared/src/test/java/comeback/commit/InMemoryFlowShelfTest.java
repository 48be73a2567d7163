package comeback.commit;

import comeback.flow.Flows;
import java.util.List;

class InMemoryFlowShelfTest extends FlowShelfContract {
    @Override
    protected FlowShelf shelf() {
        return new InMemoryFlowShelf(new Flows(List.of()));
    }
}
