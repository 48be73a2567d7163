package comeback.local.deploy;

import static comeback.local.deploy.Template.at;
import static comeback.local.deploy.Template.find;
import static comeback.local.deploy.Template.list;
import static comeback.local.deploy.Template.map;
import static comeback.local.deploy.Template.target;
import static comeback.local.deploy.Template.text;
import static comeback.local.deploy.Template.texts;
import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.deploy.Template.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may do what: rules of template.yaml's roles and policies. */
class RightsRulesTest {
    /** IAM knows no narrower resource for these. */
    private static final Set<String> ON_EVERYTHING =
            Set.of("dynamodb:ListStreams", "ses:GetAccount", "ses:ListSuppressedDestinations");

    private static final Map<String, String> OTHERS_ROLES = Map.of("SchedulerRole", "scheduler.amazonaws.com");

    private final Template template = Template.read();

    @Test
    void every_function_has_a_role_of_its_own() {
        assertThat(template.functions())
                .extracting(function -> template.role(function).name())
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(template.functions().stream()
                        .map(function -> function.name() + "Role")
                        .toList());
    }

    @Test
    void no_function_is_given_rights_by_anything_but_its_role() {
        assertThat(template.functions())
                .allSatisfy(function -> assertThat(function.find("Policies")).isEmpty());
    }

    @Test
    void a_role_is_taken_by_one_service_and_by_nobody_else() {
        for (Resource role : template.resources("AWS::IAM::Role")) {
            var trust = list(role.at("AssumeRolePolicyDocument"), "Statement");
            assertThat(trust).as(role.name()).hasSize(1);
            String service = OTHERS_ROLES.getOrDefault(role.name(), "lambda.amazonaws.com");
            assertThat(map(trust.getFirst()))
                    .as(role.name())
                    .containsEntry("Principal", Map.of("Service", service))
                    .containsEntry("Action", "sts:AssumeRole");
        }
    }

    @Test
    void schedules_of_other_groups_and_accounts_cannot_take_the_role_that_wakes_customers() {
        var trust = list(template.resource("SchedulerRole").at("AssumeRolePolicyDocument"), "Statement");

        assertThat(find(trust.getFirst(), "Condition", "StringEquals"))
                .contains(Map.of(
                        "aws:SourceAccount", Map.of("Ref", "AWS::AccountId"),
                        "aws:SourceArn", Map.of("Fn::GetAtt", "ScheduleGroup.Arn")));
    }

    @Test
    void nothing_is_allowed_by_leaving_something_out() {
        assertThat(template.allStatements())
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement)
                        .containsKeys("Effect", "Action")
                        .doesNotContainKeys("NotAction", "NotResource", "NotPrincipal"));
    }

    @Test
    void no_action_is_allowed_by_a_pattern() {
        assertThat(template.allStatements())
                .flatMap(statement -> texts(statement, "Action"))
                .allMatch(action -> action.matches("[a-z0-9]+:[A-Za-z]+"));
    }

    @Test
    void only_what_iam_can_not_bound_is_allowed_on_everything() {
        assertThat(template.allStatements().stream()
                        .filter(statement -> texts(statement, "Resource").contains("*"))
                        .flatMap(statement -> texts(statement, "Action").stream()))
                .isNotEmpty()
                .isSubsetOf(ON_EVERYTHING);
    }

    @Test
    void nobody_is_let_in_from_outside() {
        assertThat(template.allStatements())
                .filteredOn(statement -> statement.containsKey("Principal"))
                .allSatisfy(statement -> assertThat(map(statement, "Principal")).containsOnlyKeys("Service"));
    }

    @Test
    void only_the_role_that_wakes_customers_can_be_handed_on_and_only_to_the_scheduler() {
        var passing = template.allStatements().stream()
                .filter(statement -> texts(statement, "Action").contains("iam:PassRole"))
                .toList();

        assertThat(passing)
                .singleElement()
                .satisfies(statement -> assertThat(statement)
                        .containsEntry("Resource", Map.of("Fn::GetAtt", "SchedulerRole.Arn"))
                        .containsEntry(
                                "Condition",
                                Map.of("StringEquals", Map.of("iam:PassedToService", "scheduler.amazonaws.com"))));
    }

    @Test
    void a_schedule_calls_only_what_is_scheduled_and_leaves_its_failures_in_one_queue() {
        var scheduled = template.functions().stream()
                .filter(function -> function.mapAt("Events").values().stream()
                        .anyMatch(event -> text(event, "Type").equals("ScheduleV2")))
                .map(Resource::name)
                .toList();
        var rights = Stream.concat(
                        template.statements(template.resource("SchedulerRole")).stream(),
                        template.resources("AWS::IAM::RolePolicy").stream()
                                .filter(policy -> target(policy.at("RoleName")).equals("SchedulerRole"))
                                .flatMap(policy -> list(policy.at("PolicyDocument"), "Statement").stream())
                                .map(Template::map))
                .toList();

        assertThat(rights)
                .extracting(statement -> target(at(statement, "Resource")))
                .contains("Wake")
                .allMatch(name -> scheduled.contains(name) || name.equals("UndeliveredAlarms"));
        assertThat(rights)
                .flatMap(statement -> texts(statement, "Action"))
                .containsOnly("lambda:InvokeFunction", "sqs:SendMessage");
    }

    @Test
    void one_function_alone_can_send_mail_in_a_shops_name() {
        assertThat(template.functions())
                .filteredOn(function -> template.statements(template.role(function)).stream()
                        .filter(statement -> texts(statement, "Action").contains("ses:SendEmail"))
                        .anyMatch(statement -> find(statement, "Condition", "StringEquals", "ses:FromAddress")
                                .isEmpty()))
                .extracting(Resource::name)
                .containsExactly("Send");
    }

    @Test
    void who_hands_answers_on_does_so_from_an_address_that_is_no_shops() {
        assertThat(template.functions())
                .flatMap(function -> template.statements(template.role(function)))
                .filteredOn(statement -> texts(statement, "Action").contains("ses:SendEmail"))
                .flatMap(statement -> find(statement, "Condition", "StringEquals", "ses:FromAddress").stream()
                        .toList())
                .containsExactly(Map.of("Fn::Sub", "answers@reply.${SendingDomain}"));
    }

    @Test
    void who_asks_why_can_start_nothing() {
        assertThat(actions(template.resource("Console")))
                .isNotEmpty()
                .noneMatch(action -> action.startsWith("scheduler:") || action.startsWith("ses:"));
    }

    @Test
    void a_function_writes_into_its_own_log_and_into_no_other() {
        for (Resource function : template.functions()) {
            assertThat(template.statements(template.role(function)))
                    .as(function.name())
                    .filteredOn(statement -> texts(statement, "Action").contains("logs:PutLogEvents"))
                    .singleElement()
                    .extracting(statement -> target(at(statement, "Resource")))
                    .isEqualTo(function.name() + "Log");
        }
    }

    @Test
    void a_function_reaches_one_table_and_its_index() {
        for (Resource function : template.functions()) {
            assertThat(template.statements(template.role(function)))
                    .as(function.name())
                    .filteredOn(statement ->
                            texts(statement, "Action").stream().anyMatch(action -> action.startsWith("dynamodb:")))
                    .filteredOn(statement -> !at(statement, "Resource").equals("*"))
                    .extracting(statement -> at(statement, "Resource"))
                    .allMatch(resource -> Set.of(
                                    Map.of("Fn::GetAtt", "Table.Arn"),
                                    Map.of("Fn::GetAtt", "Table.StreamArn"),
                                    Map.of("Fn::Sub", "${Table.Arn}/index/due"))
                            .contains(map(resource)));
        }
    }

    @Test
    void nobody_can_delete_the_table_or_schedules_or_change_rights() {
        assertThat(template.allStatements())
                .flatMap(statement -> texts(statement, "Action"))
                .noneMatch(action ->
                        action.matches("(iam:(?!PassRole)|.*:(Delete(?!Item|Object)|Create(?!Schedule|LogStream))).*"));
    }

    private List<String> actions(Resource function) {
        return template.statements(template.role(function)).stream()
                .flatMap(statement -> texts(statement, "Action").stream())
                .toList();
    }
}
