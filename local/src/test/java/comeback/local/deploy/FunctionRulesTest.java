package comeback.local.deploy;

import static comeback.local.deploy.Template.map;
import static comeback.local.deploy.Template.target;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import comeback.local.deploy.Template.Resource;
import comeback.send.Sending;
import comeback.wake.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How functions run: rules of template.yaml held against the modules. */
class FunctionRulesTest {
    private static final Path MODULES = Path.of("../functions");
    private static final Pattern HANDLER = Pattern.compile("(comeback\\.(\\w+)\\.\\w+)::handleRequest");
    private static final Pattern NAMED = Pattern.compile("\"([A-Z][A-Z_]+)\"");
    private static final Pattern NEEDED = Pattern.compile("need\\(\"(?!AWS_|LAMBDA_)(\\w+)\"\\)");

    /** API Gateway answers for itself after so long. */
    private static final Duration HTTP_ENDS_AFTER = Duration.ofSeconds(30);

    private static final Duration LAMBDA_ENDS_AFTER = Duration.ofMinutes(15);

    private final Template template = Template.read();

    @Test
    void every_folder_of_functions_is_one_function_and_no_function_is_without_a_folder() throws IOException {
        try (Stream<Path> folders = Files.list(MODULES)) {
            assertThat(template.functions())
                    .extracting(FunctionRulesTest::folder)
                    .containsExactlyInAnyOrderElementsOf(
                            folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                                    .map(folder -> folder.getFileName().toString())
                                    .toList());
        }
        assertThat(template.functions())
                .allSatisfy(function -> assertThat(function.at("CodeUri"))
                        .isEqualTo("functions/" + folder(function) + "/target/function.zip"));
    }

    @Test
    void every_handler_is_a_class_of_its_functions_module_that_lambda_can_make() throws ReflectiveOperationException {
        for (Resource function : template.functions()) {
            Class<?> handler = Class.forName(matched(function).group(1));
            assertThat(RequestHandler.class).isAssignableFrom(handler);
            assertThat(handler.getConstructor().getParameterCount()).isZero();
            assertThat(handler.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath())
                    .contains("/functions/" + folder(function) + "/target/");
        }
    }

    @Test
    void every_function_starts_from_a_snapshot_behind_an_alias_that_a_changed_variable_reaches_too() {
        var all = map(template.root(), "Globals", "Function");

        assertThat(all)
                .containsEntry("Runtime", "java25")
                .containsEntry("Architectures", List.of("arm64"))
                .containsEntry("AutoPublishAlias", "live")
                .containsEntry("AutoPublishAliasAllProperties", "true")
                .containsEntry("SnapStart", Map.of("ApplyOn", "PublishedVersions"));
        assertThat(template.functions())
                .allSatisfy(function -> assertThat(function.mapAt())
                        .doesNotContainKeys("Runtime", "Architectures", "AutoPublishAlias", "SnapStart", "Layers"));
    }

    @Test
    void every_function_says_what_it_is_for_and_how_long_it_may_take() {
        assertThat(template.functions()).allSatisfy(function -> {
            assertThat(function.at("Description").toString()).isNotBlank().hasSizeLessThan(256);
            assertThat(timeout(function)).isPositive().isLessThanOrEqualTo(LAMBDA_ENDS_AFTER);
        });
    }

    @Test
    void a_storefront_or_a_shopper_gets_our_answer_and_not_that_we_took_too_long() {
        assertThat(template.functions())
                .filteredOn(function -> events(function).contains("HttpApi"))
                .isNotEmpty()
                .allSatisfy(function -> assertThat(timeout(function)).isLessThan(HTTP_ENDS_AFTER));
    }

    @Test
    void who_sends_is_stopped_before_somebody_else_may_send_the_same_mail() {
        assertThat(timeout(template.resource("Send"))).isLessThan(Sending.LEASE);
    }

    @Test
    void who_brings_back_what_waits_ends_by_itself_and_in_time() {
        assertThat(timeout(template.resource("Wake"))).isGreaterThanOrEqualTo(Waiting.SHOWS_FOR.plusSeconds(10));
    }

    @Test
    void every_function_has_a_log_of_its_own_and_no_log_is_kept_for_ever() {
        assertThat(template.functions())
                .allSatisfy(function -> assertThat(target(function.at("LoggingConfig", "LogGroup")))
                        .isEqualTo(function.name() + "Log"));
        assertThat(template.resources("AWS::Logs::LogGroup"))
                .hasSizeGreaterThan(template.functions().size())
                .allSatisfy(log -> assertThat(log.at("RetentionInDays")).isEqualTo(Map.of("Ref", "LogRetentionDays")));
    }

    @Test
    void lambda_itself_says_nothing_of_calls_that_went_well() {
        assertThat(template.functions()).allSatisfy(function -> {
            assertThat(function.at("LoggingConfig", "LogFormat")).isEqualTo("JSON");
            assertThat(function.at("LoggingConfig", "SystemLogLevel")).isEqualTo("WARN");
        });
    }

    @Test
    void what_exists_only_if_wanted_exists_as_a_whole() {
        for (Resource function : template.functions()) {
            assertThat(Stream.of(function.name() + "Role", function.name() + "Log")
                            .map(name -> template.resource(name).condition()))
                    .as(function.name())
                    .containsOnly(function.condition());
        }
    }

    @Test
    void no_secret_lies_in_a_variable() {
        for (Resource function : template.functions()) {
            var variables = function.mapAt("Environment", "Variables");
            assertThat(variables.keySet())
                    .as(function.name())
                    .noneMatch(name -> name.matches(".*(SECRET|PASSWORD|TOKEN|PRIVATE|CREDENTIAL|KEY(?!_HASHES)).*"));
            // What is written out could be one; what is referred to is a name of something.
            assertThat(variables.values()).as(function.name()).allMatch(Map.class::isInstance);
        }
    }

    @Test
    void every_variable_that_a_function_asks_for_itself_is_set() throws IOException {
        var all = map(template.root(), "Globals", "Function", "Environment", "Variables");
        for (Resource function : template.functions()) {
            assertThat(found(NEEDED, MODULES.resolve(folder(function)).resolve("src/main/java")))
                    .as(function.name())
                    .allMatch(name -> all.containsKey(name)
                            || function.mapAt("Environment", "Variables").containsKey(name));
        }
    }

    @Test
    void no_variable_is_set_that_nobody_asks_for() throws IOException {
        Set<String> shared = Set.copyOf(found(NAMED, Path.of("../shared/src/main/java")));
        for (Resource function : template.functions()) {
            var own = found(NAMED, MODULES.resolve(folder(function)).resolve("src/main/java"));
            assertThat(function.mapAt("Environment", "Variables").keySet())
                    .as(function.name())
                    .allMatch(name -> shared.contains(name) || own.contains(name));
        }
    }

    @Test
    void who_sets_alarms_knows_where_and_who_sets_none_may_not() {
        for (Resource function : template.functions()) {
            boolean maySet = function.mapAt("Environment", "Variables").containsKey("SCHEDULE_GROUP");
            assertThat(template.role(function).listAt("ManagedPolicyArns").contains(Map.of("Ref", "SetAlarms")))
                    .as(function.name())
                    .isEqualTo(maySet);
        }
    }

    @Test
    void names_are_left_to_cloudformation_so_that_an_account_can_hold_two_deployments() {
        assertThat(template.resources())
                // Which name the log that they read, and the function that may be called.
                .filteredOn(resource -> !resource.whole().containsValue("AWS::Logs::MetricFilter")
                        && !resource.whole().containsValue("AWS::Lambda::Permission"))
                .allSatisfy(resource -> assertThat(map(resource.whole(), "Properties"))
                        .doesNotContainKeys(
                                "FunctionName",
                                "TableName",
                                "QueueName",
                                "LogGroupName",
                                "ManagedPolicyName",
                                "AlarmName",
                                "TopicName",
                                "DashboardName",
                                "BucketName",
                                "Name"));
        assertThat(template.resources("AWS::IAM::Role"))
                .allSatisfy(role -> assertThat(role.find("RoleName")).isEmpty());
    }

    private static List<String> found(Pattern what, Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(FunctionRulesTest::text)
                    .flatMap(text -> what.matcher(text).results())
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a source cannot be read", e);
        }
    }

    private static List<String> events(Resource function) {
        return function.mapAt("Events").values().stream()
                .map(event -> Template.text(event, "Type"))
                .toList();
    }

    private static Duration timeout(Resource function) {
        return Duration.ofSeconds(Long.parseLong(function.at("Timeout").toString()));
    }

    private static MatchResult matched(Resource function) {
        var matcher = HANDLER.matcher(function.at("Handler").toString());
        assertThat(matcher.matches()).as(function.name()).isTrue();
        return matcher.toMatchResult();
    }

    /** The function's module, named as its package. */
    private static String folder(Resource function) {
        return matched(function).group(2);
    }
}
