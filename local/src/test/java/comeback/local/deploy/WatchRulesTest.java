package comeback.local.deploy;

import static comeback.local.deploy.Template.at;
import static comeback.local.deploy.Template.find;
import static comeback.local.deploy.Template.list;
import static comeback.local.deploy.Template.map;
import static comeback.local.deploy.Template.target;
import static comeback.local.deploy.Template.text;
import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.deploy.Template.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people see and are told: rules of template.yaml's alarms, dashboard, parameters and outputs. */
class WatchRulesTest {
    private static final Pattern METRIC = Pattern.compile("\\.(?:count|seconds)\\(\"(\\w+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[\\w.:]+}");

    private static Set<String> printed = Set.of();

    private final Template template = Template.read();
    private final List<Resource> alarms = template.resources("AWS::CloudWatch::Alarm");

    @BeforeAll
    static void readWhichMetricsTheCodePrints() throws IOException {
        try (Stream<Path> shared = Files.walk(Path.of("../shared/src/main/java"));
                Stream<Path> functions = Files.walk(Path.of("../functions"))) {
            printed = Stream.concat(shared, functions)
                    .filter(file -> file.toString().matches(".*/src/main/.*\\.java"))
                    .map(WatchRulesTest::source)
                    .flatMap(text -> METRIC.matcher(text).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a source cannot be read", e);
        }
    }

    @Test
    void every_alarm_says_what_is_wrong_and_is_told_to_the_admin_if_there_is_one() {
        assertThat(alarms).hasSizeGreaterThan(10).allSatisfy(alarm -> {
            assertThat(alarm.at("AlarmDescription").toString()).isNotBlank();
            assertThat(alarm.at("AlarmActions"))
                    .isEqualTo(Map.of(
                            "Fn::If",
                            List.of(
                                    "HasAdminAddress",
                                    List.of(Map.of("Ref", "AlarmTopic")),
                                    Map.of("Ref", "AWS::NoValue"))));
        });
    }

    @Test
    void every_alarm_says_what_silence_means() {
        assertThat(alarms)
                .allSatisfy(
                        alarm -> assertThat(alarm.at("TreatMissingData")).isIn("breaching", "notBreaching", "ignore"));
        assertThat(template.resource("OldestReceipt").at("TreatMissingData")).isEqualTo("breaching");
    }

    @Test
    void every_metric_of_ours_that_an_alarm_stands_on_is_printed_by_the_code_or_filtered_from_its_log() {
        assertThat(alarms)
                .filteredOn(alarm -> alarm.at("Namespace").equals("Comeback"))
                .isNotEmpty()
                .extracting(alarm -> alarm.at("MetricName").toString())
                .isSubsetOf(Stream.concat(printed.stream(), filtered()).toList());
    }

    private Stream<String> filtered() {
        return template.resources("AWS::Logs::MetricFilter").stream()
                .flatMap(filter -> filter.listAt("MetricTransformations").stream())
                .map(metric -> text(metric, "MetricName"));
    }

    @Test
    void every_metric_that_the_code_prints_is_seen_somewhere_because_it_is_paid_for() {
        String seen = dashboard()
                + alarms.stream()
                        .map(alarm -> alarm.at("MetricName").toString())
                        .collect(Collectors.joining(" "));

        assertThat(printed).isNotEmpty().allMatch(seen::contains, "on the dashboard or in an alarm");
    }

    @Test
    void whatever_lands_in_a_queue_for_a_person_is_told_to_one() {
        assertThat(alarms.stream()
                        .filter(alarm -> alarm.at("MetricName").equals("ApproximateNumberOfMessagesVisible"))
                        .map(alarm -> target(at(alarm.listAt("Dimensions").getFirst(), "Value"))))
                .containsExactlyInAnyOrderElementsOf(template.resources("AWS::SQS::Queue").stream()
                        .map(Resource::name)
                        .toList());
    }

    @Test
    void the_alarms_come_before_the_providers_own_limits() {
        assertThat(threshold("BounceRate")).isLessThan(0.05);
        assertThat(threshold("ComplaintRate")).isLessThan(0.001);
    }

    private double threshold(String alarm) {
        return Double.parseDouble(template.resource(alarm).at("Threshold").toString());
    }

    @Test
    void only_alarms_of_this_account_reach_the_admin() {
        var statement = list(template.resource("AlarmTopicPolicy").at("PolicyDocument"), "Statement");

        assertThat(statement).singleElement().satisfies(only -> {
            assertThat(find(only, "Principal", "Service")).contains("cloudwatch.amazonaws.com");
            assertThat(find(only, "Condition", "StringEquals", "aws:SourceAccount"))
                    .contains(Map.of("Ref", "AWS::AccountId"));
        });
    }

    @Test
    void the_dashboard_can_be_read_and_shows_every_function_that_always_exists() {
        String body = dashboard();

        assertThat(list(Json.parseOwn(VARIABLE.matcher(body).replaceAll("x")), "widgets"))
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(template.functions())
                .filteredOn(function -> !function.whole().containsKey("Condition"))
                .allMatch(function -> body.contains("\"${" + function.name() + "}\""), "on the dashboard");
    }

    private String dashboard() {
        return find(template.resource("Dashboard").at("DashboardBody"), "Fn::Sub")
                .orElseThrow()
                .toString();
    }

    @Test
    void who_deploys_is_asked_little_and_is_told_what_each_question_means() {
        var parameters = map(template.root(), "Parameters");

        assertThat(parameters.values())
                .allSatisfy(parameter -> assertThat(map(parameter)).containsKey("Description"));
        assertThat(parameters.entrySet())
                .filteredOn(parameter -> !map(parameter.getValue()).containsKey("Default"))
                .extracting(Map.Entry::getKey)
                .containsExactly("SendingDomain");
    }

    @Test
    void the_questions_are_asked_in_groups_and_none_twice() {
        var groups = list(find(template.root(), "Metadata", "AWS::CloudFormation::Interface", "ParameterGroups")
                .orElseThrow());

        assertThat(groups.stream().flatMap(group -> list(group, "Parameters").stream()))
                .contains("SendingDomain", "AdminAddress")
                .doesNotHaveDuplicates()
                .isSubsetOf(
                        List.<Object>copyOf(map(template.root(), "Parameters").keySet()));
    }

    @Test
    void every_output_says_what_to_do_with_it() {
        assertThat(map(template.root(), "Outputs").values())
                .allSatisfy(output -> assertThat(text(output, "Description")).isNotBlank());
    }
}
