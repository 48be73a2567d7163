package comeback.local.deploy;

import static comeback.local.deploy.Template.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import comeback.local.SeenCalls;
import comeback.local.SeenCalls.Call;
import comeback.local.deploy.Template.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Rights are calls: what the functions did in all other tests of this module (this one is the last) is what template.yaml
 * allows them, and no more.
 */
@Order(Integer.MAX_VALUE)
class RightsTest {
    /** What Lambda does in a function's name: it logs, reads the stream, and puts away what failed. */
    private static final Set<String> LAMBDA_ITSELF = Set.of(
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "dynamodb:DescribeStream",
            "dynamodb:GetRecords",
            "dynamodb:GetShardIterator",
            "dynamodb:ListStreams",
            "sqs:SendMessage");

    /** Whoever creates a schedule hands it the role that it runs with. */
    private static final String HANDS_ON = "iam:PassRole";

    /** Allowed because the code leads there, though no story of this module does; each with the road. */
    private static final Map<Call, String> TOLD_ELSEWHERE = Map.of(
            new Call("shopper", "scheduler:CreateSchedule", ""), "asked twice, because the first fell before its alarm",
            new Call("feedback", "scheduler:CreateSchedule", ""), "told twice, because the first fell before its alarm",
            new Call("reply", "scheduler:CreateSchedule", ""), "told twice, because the first fell before its alarm",
            new Call("console", "cloudwatch:DescribeAlarms", ""),
                    "no alarms ring on a laptop; CloudWatchAlarmsTest asks a server that answers as CloudWatch does",
            new Call("reply", "s3:ListBucket", ""), "no call: with it S3 tells what is gone from what is not ours");

    private final Template template = Template.read();

    private Stream<Call> allowed(Resource function) {
        String folder = function.at("Handler").toString().split("\\.", -1)[1];
        return template.statements(template.role(function)).stream()
                .flatMap(statement -> texts(statement, "Action").stream()
                        .filter(action -> !LAMBDA_ITSELF.contains(action) && !action.equals(HANDS_ON))
                        .map(action -> new Call(folder, action, on(action, Template.at(statement, "Resource")))));
    }

    private static String on(String action, Object resource) {
        if (!action.startsWith("dynamodb:")) {
            return "";
        }
        return resource.equals(Map.of("Fn::GetAtt", "Table.Arn")) ? "table" : "index";
    }

    private Set<Call> allowed() {
        return template.functions().stream().flatMap(this::allowed).collect(Collectors.toSet());
    }

    @Test
    void what_a_function_does_it_may_do() {
        Set<Call> allowed = allowed();

        assertThat(SeenCalls.soFar())
                .as("what a function did in a test, and its role in template.yaml does not allow")
                .filteredOn(call -> !allowed.contains(call))
                .isEmpty();
    }

    @Test
    void what_a_function_may_do_it_does() {
        assumeThat(System.getProperty("test"))
                .as("with -Dtest only some of the calls are seen")
                .isNull();

        List<Call> seen = SeenCalls.soFar();

        assertThat(allowed())
                .as("what a role in template.yaml allows, and its function did in no test of local: take it out of the "
                        + "role, or tell the story in which it is needed")
                .filteredOn(call -> !seen.contains(call) && !TOLD_ELSEWHERE.containsKey(call))
                .isEmpty();
        assertThat(TOLD_ELSEWHERE.keySet())
                .as("what is allowed no more needs no excuse")
                .isSubsetOf(allowed());
    }

    @Test
    void who_may_create_schedules_may_hand_on_their_role_and_nobody_else() {
        for (Resource function : template.functions()) {
            var actions = template.statements(template.role(function)).stream()
                    .flatMap(statement -> texts(statement, "Action").stream())
                    .toList();
            assertThat(actions.contains(HANDS_ON))
                    .as("whether %s may hand on a role, because it creates schedules", function.name())
                    .isEqualTo(actions.contains("scheduler:CreateSchedule"));
        }
    }
}
