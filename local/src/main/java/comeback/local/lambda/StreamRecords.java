package comeback.local.lambda;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamViewType;
import comeback.local.aws.Aws;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Stream records in the types that Lambda hands to a function. */
final class StreamRecords {
    private StreamRecords() {}

    static DynamodbEvent event(List<Record> records, String streamArn) {
        var event = new DynamodbEvent();
        event.setRecords(
                records.stream().map(record -> typed(record, streamArn)).toList());
        return event;
    }

    private static DynamodbEvent.DynamodbStreamRecord typed(Record record, String streamArn) {
        var from = record.dynamodb();
        var change = new StreamRecord();
        change.setApproximateCreationDateTime(Date.from(from.approximateCreationDateTime()));
        change.setKeys(typed(from.keys()));
        change.setNewImage(typed(from.newImage()));
        change.setOldImage(typed(from.oldImage()));
        change.setSequenceNumber(from.sequenceNumber());
        change.setSizeBytes(from.sizeBytes());
        change.setStreamViewType(StreamViewType.fromValue(from.streamViewTypeAsString()));
        var typed = new DynamodbEvent.DynamodbStreamRecord();
        typed.setEventID(record.eventID());
        typed.setEventName(record.eventNameAsString());
        typed.setEventVersion(record.eventVersion());
        typed.setEventSource("aws:dynamodb");
        typed.setAwsRegion(Aws.REGION);
        typed.setEventSourceARN(streamArn);
        typed.setDynamodb(change);
        return typed;
    }

    private static Map<String, AttributeValue> typed(
            Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> image) {
        var typed = new LinkedHashMap<String, AttributeValue>();
        image.forEach((name, value) -> typed.put(name, typed(value)));
        return typed;
    }

    private static AttributeValue typed(software.amazon.awssdk.services.dynamodb.model.AttributeValue value) {
        var typed = new AttributeValue();
        return switch (value.type()) {
            case S -> typed.withS(value.s());
            case N -> typed.withN(value.n());
            case BOOL -> typed.withBOOL(value.bool());
            case NUL -> typed.withNULL(true);
            case B -> typed.withB(value.b().asByteBuffer());
            case SS -> typed.withSS(value.ss());
            case NS -> typed.withNS(value.ns());
            case BS ->
                typed.withBS(value.bs().stream().map(SdkBytes::asByteBuffer).toList());
            case L -> typed.withL(value.l().stream().map(StreamRecords::typed).toList());
            case M -> typed.withM(typed(value.m()));
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("an attribute of an unknown type");
        };
    }
}
