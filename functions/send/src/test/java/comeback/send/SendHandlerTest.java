package comeback.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import comeback.QuietContext;
import comeback.message.MessageId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Records of the table's stream. */
class SendHandlerTest extends SendingWorld {
    private final SendHandler handler = new SendHandler(sending);

    private static DynamodbEvent shown(MessageId... ids) {
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(IntStream.range(0, ids.length)
                .mapToObj(i -> {
                    StreamRecord change = new StreamRecord();
                    change.setSequenceNumber("sequence-" + i);
                    change.setKeys(Map.of(
                            "pk", new AttributeValue("S#demo#M#" + ids[i].value()),
                            "sk", new AttributeValue("MESSAGE")));
                    DynamodbEvent.DynamodbStreamRecord record = new DynamodbEvent.DynamodbStreamRecord();
                    record.setDynamodb(change);
                    return record;
                })
                .toList());
        return event;
    }

    private static List<String> failed(StreamsEventResponse response) {
        return response.getBatchItemFailures().stream()
                .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    @Test
    void failure_mode_43_a_message_that_cannot_be_handled_is_reported_alone_and_its_neighbours_go() {
        MessageId good = receipt("1001");
        MessageId poison = receipt("1002");
        mailer.answerWith(mail -> {
            if (mail.tags().containsValue(poison.value())) {
                throw new IllegalStateException("nobody thought of this");
            }
            return mailer.take(mail);
        });

        StreamsEventResponse response = handler.handleRequest(shown(poison, good), new QuietContext());

        assertThat(failed(response)).containsExactly("sequence-0");
        assertThat(mailer.taken()).hasSize(1);
    }

    @Test
    void who_has_too_little_time_left_leaves_the_message_to_the_next_call() {
        QuietContext context = new QuietContext();
        context.letTimeRunOutAfter(0);

        assertThat(failed(handler.handleRequest(shown(reminder()), context))).containsExactly("sequence-0");

        assertThat(mailer.taken()).isEmpty();
    }

    @Test
    void failure_mode_18_a_claims_owner_is_drawn_when_it_claims_and_not_when_the_function_starts() {
        assertThat(Stream.generate(SendHandler::randomOwner).limit(100))
                .doesNotHaveDuplicates()
                .allMatch(owner -> owner.length() == 32);
    }
}
