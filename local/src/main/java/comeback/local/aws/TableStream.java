package comeback.local.aws;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/**
 * A reader of the table's stream from its beginning, in the order of the writes. DynamoDB Local has one open shard at a
 * time and opens another every few hours, so a reader follows from shard to shard.
 */
public final class TableStream {
    private static final int RECORDS_A_READ = 1000;
    private static final String KEY = "local";

    private final LocalDynamoDBRequestHandler database;
    private final String arn;
    private final Map<String, String> lastReadByShard = new LinkedHashMap<>();
    private final Set<String> finished = new HashSet<>();
    private final LongSupplier writes;
    private long readAtWrites = -1;

    TableStream(LocalDynamoDBRequestHandler database, String arn, LongSupplier writes) {
        this.database = database;
        this.arn = arn;
        this.writes = writes;
    }

    /** The stream's name, as events carry it. */
    public String arn() {
        return arn;
    }

    /** What was written since the last call. */
    public List<Record> read() {
        long written = writes.getAsLong();
        if (written == readAtWrites) {
            return List.of();
        }
        readAtWrites = written;
        var described = database.describeStream(
                KEY, Aws.REGION, DescribeStreamRequest.builder().streamArn(arn).build());
        var records = new ArrayList<Record>();
        for (Shard shard : described.streamDescription().shards()) {
            if (!finished.contains(shard.shardId())) {
                readInto(records, shard);
            }
        }
        return records;
    }

    private void readInto(List<Record> records, Shard shard) {
        String last = lastReadByShard.get(shard.shardId());
        var place = GetShardIteratorRequest.builder().streamArn(arn).shardId(shard.shardId());
        if (last == null) {
            place.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
        } else {
            place.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(last);
        }
        String iterator =
                database.getShardIterator(KEY, Aws.REGION, place.build()).shardIterator();
        while (iterator != null) {
            var page = database.getRecords(
                    KEY,
                    Aws.REGION,
                    GetRecordsRequest.builder()
                            .shardIterator(iterator)
                            .limit(RECORDS_A_READ)
                            .build());
            if (!page.records().isEmpty()) {
                lastReadByShard.put(
                        shard.shardId(), page.records().getLast().dynamodb().sequenceNumber());
            }
            records.addAll(page.records());
            // A shard that is still open always has a next place to read from; one without is at its end.
            if (page.nextShardIterator() == null) {
                finished.add(shard.shardId());
            }
            iterator = page.records().isEmpty() ? null : page.nextShardIterator();
        }
    }
}
