package comeback.local.deploy;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** What template.yaml would make, as calls that make it elsewhere. */
public final class Deployed {
    private Deployed() {}

    /** The table, under this name. */
    public static CreateTableRequest table(String name) {
        Template.Resource table = Template.read().resource("Table");
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(table.at("BillingMode").toString())
                .attributeDefinitions(table.listAt("AttributeDefinitions").stream()
                        .map(attribute -> AttributeDefinition.builder()
                                .attributeName(Template.text(attribute, "AttributeName"))
                                .attributeType(Template.text(attribute, "AttributeType"))
                                .build())
                        .toList())
                .keySchema(keys(table.listAt("KeySchema")))
                .globalSecondaryIndexes(table.listAt("GlobalSecondaryIndexes").stream()
                        .map(Deployed::index)
                        .toList())
                .streamSpecification(StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(table.at("StreamSpecification", "StreamViewType")
                                .toString())
                        .build())
                .build();
    }

    /** The names of the dead-letter queues. */
    public static List<String> queues() {
        return Template.read().resources("AWS::SQS::Queue").stream()
                .map(Template.Resource::name)
                .toList();
    }

    private static GlobalSecondaryIndex index(Object described) {
        Map<String, Object> projection = Template.map(described, "Projection");
        return GlobalSecondaryIndex.builder()
                .indexName(Template.text(described, "IndexName"))
                .keySchema(keys(Template.list(described, "KeySchema")))
                .projection(Projection.builder()
                        .projectionType(Template.text(projection, "ProjectionType"))
                        .build())
                .build();
    }

    private static List<KeySchemaElement> keys(List<Object> described) {
        return described.stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(Template.text(key, "AttributeName"))
                        .keyType(Template.text(key, "KeyType"))
                        .build())
                .toList();
    }
}
