package comeback.local.stories;

import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.table.Packed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Everything that lies in the table, read whole: the only way to show that something is not there. */
public final class Remains {
    private Remains() {}

    /** The items that have one of these texts anywhere in them. */
    public static List<String> with(TestWorld world, String... texts) {
        return world
                .inside()
                .aws()
                .dynamo()
                .scanPaginator(ScanRequest.builder()
                        .tableName(Aws.TABLE)
                        .consistentRead(true)
                        .build())
                .items()
                .stream()
                // What the shop itself is, and sells, has its own addresses and names.
                .filter(item -> !isOfTheShop(item))
                .map(Remains::readable)
                .filter(item -> List.of(texts).stream().anyMatch(item::contains))
                .toList();
    }

    private static String readable(Map<String, AttributeValue> item) {
        return item.values().stream()
                .filter(value -> value.type() == AttributeValue.Type.B)
                .map(Packed::text)
                .collect(Collectors.joining("\n", item.toString(), ""));
    }

    private static boolean isOfTheShop(Map<String, AttributeValue> item) {
        AttributeValue kind = item.get("sk");
        return kind != null
                && List.of("STORE", "PRODUCT", "NAME", "DOMAIN", "WATCH").contains(kind.s());
    }
}
