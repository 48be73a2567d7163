package comeback.table;

import static comeback.table.Keys.text;

import comeback.commit.FlowShelf;
import comeback.flow.Flow;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Older flow files in the table; today's come with the function. */
public final class DynamoFlowShelf implements FlowShelf {
    private static final String FILE = "file";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Supplier<Flows> today;

    public DynamoFlowShelf(DynamoDbClient dynamo, String table, Supplier<Flows> today) {
        this.dynamo = dynamo;
        this.table = table;
        this.today = today;
    }

    @Override
    public Flows today() {
        return today.get();
    }

    @Override
    public void keep(Flow flow) {
        // The version is computed from the text, so who writes it again writes the same.
        Map<String, AttributeValue> item = new HashMap<>(Keys.flow(flow.name(), flow.version()));
        item.put(FILE, text(flow.source()));
        dynamo.putItem(PutItemRequest.builder().tableName(table).item(item).build());
    }

    @Override
    public Optional<Flow> former(String flow, String version) {
        return new Item(dynamo.getItem(GetItemRequest.builder()
                                .tableName(table)
                                .key(Keys.flow(flow, version))
                                .consistentRead(true)
                                .build())
                        .item())
                .optionalText(FILE)
                .flatMap(file -> FlowFiles.former(flow, file));
    }
}
