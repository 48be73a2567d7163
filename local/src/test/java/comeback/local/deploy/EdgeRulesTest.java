package comeback.local.deploy;

import static comeback.local.deploy.Template.at;
import static comeback.local.deploy.Template.find;
import static comeback.local.deploy.Template.list;
import static comeback.local.deploy.Template.map;
import static comeback.local.deploy.Template.target;
import static comeback.local.deploy.Template.text;
import static comeback.local.deploy.Template.texts;
import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.local.deploy.Template.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What calls functions, and what is kept: rules of template.yaml's sources, queues, table, mail and API. */
class EdgeRulesTest {
    /** The events of SES that EventBridge calls otherwise. */
    private static final Map<String, String> SES_EVENTS = Map.of(
            "SEND", "Email Sent",
            "REJECT", "Email Rejected",
            "DELIVERY", "Email Delivered",
            "DELIVERY_DELAY", "Email Delivery Delayed",
            "BOUNCE", "Email Bounced",
            "COMPLAINT", "Email Complaint Received",
            "OPEN", "Email Opened",
            "CLICK", "Email Clicked",
            "SUBSCRIPTION", "Email Subscribed");

    private static final long FOURTEEN_DAYS = 14 * 24 * 60 * 60;

    private final Template template = Template.read();

    /**
     * What calls a function.
     *
     * @param function which
     * @param type as SAM calls it
     * @param properties its settings
     */
    private record Source(Resource function, String type, Map<String, Object> properties) {}

    private Stream<Source> sources(String... types) {
        return template.functions().stream()
                .flatMap(function -> function.mapAt("Events").values().stream()
                        .map(event -> new Source(function, text(event, "Type"), map(event, "Properties"))))
                .filter(source -> Set.of(types).contains(source.type()));
    }

    @Test
    void every_source_is_of_a_kind_whose_failures_are_known() {
        assertThat(template.functions())
                .flatMap(function -> function.mapAt("Events").values())
                .extracting(event -> text(event, "Type"))
                .containsOnly("HttpApi", "EventBridgeRule", "ScheduleV2", "DynamoDB");
    }

    @Test
    void a_call_that_nobody_waits_for_and_that_failed_each_time_lies_in_a_queue() {
        assertThat(sources("EventBridgeRule", "ScheduleV2").map(Source::function))
                .isNotEmpty()
                .allSatisfy(function -> {
                    assertThat(function.find("EventInvokeConfig", "MaximumRetryAttempts"))
                            .isPresent();
                    assertThat(function.find("EventInvokeConfig", "MaximumEventAgeInSeconds"))
                            .isPresent();
                    String queue =
                            target(function.at("EventInvokeConfig", "DestinationConfig", "OnFailure", "Destination"));
                    assertThat(template.resource(queue).type()).isEqualTo("AWS::SQS::Queue");
                    assertThat(mayWriteTo(queue, function)).as(function.name()).isTrue();
                });
    }

    private boolean mayWriteTo(String queue, Resource function) {
        return template.statements(template.role(function)).stream()
                .anyMatch(statement -> texts(statement, "Action").contains("sqs:SendMessage")
                        && target(at(statement, "Resource")).equals(queue));
    }

    @Test
    void a_call_that_could_not_be_delivered_is_tried_for_a_bounded_time_and_then_lies_in_a_queue() {
        assertThat(sources("EventBridgeRule", "ScheduleV2")).isNotEmpty().allSatisfy(source -> {
            assertThat(find(source.properties(), "RetryPolicy", "MaximumRetryAttempts"))
                    .isPresent();
            assertThat(find(source.properties(), "RetryPolicy", "MaximumEventAgeInSeconds"))
                    .isPresent();
            String queue =
                    target(find(source.properties(), "DeadLetterConfig", "Arn").orElseThrow());
            assertThat(template.resource(queue).type()).isEqualTo("AWS::SQS::Queue");
        });
    }

    @Test
    void the_stream_is_read_from_its_beginning_and_a_record_that_fails_holds_up_its_neighbours_for_a_while_only() {
        assertThat(sources("DynamoDB")).isNotEmpty().allSatisfy(source -> {
            assertThat(source.properties())
                    .containsEntry("StartingPosition", "TRIM_HORIZON")
                    .containsEntry("FunctionResponseTypes", List.of("ReportBatchItemFailures"))
                    .containsEntry("BisectBatchOnFunctionError", "true")
                    .containsKeys("BatchSize", "MaximumRetryAttempts", "MaximumRecordAgeInSeconds");
            String queue = target(find(source.properties(), "DestinationConfig", "OnFailure", "Destination")
                    .orElseThrow());
            assertThat(mayWriteTo(queue, source.function())).isTrue();
        });
    }

    @Test
    void what_is_not_due_never_wakes_the_sender() {
        Source stream = sources("DynamoDB")
                .filter(source -> source.function().name().equals("Send"))
                .findFirst()
                .orElseThrow();
        var filters =
                list(find(stream.properties(), "FilterCriteria", "Filters").orElseThrow());

        assertThat(filters)
                .singleElement()
                .satisfies(filter -> assertThat(Json.parseOwn(text(filter, "Pattern")))
                        .isEqualTo(Map.of(
                                "dynamodb", Map.of("NewImage", Map.of("state", Map.of("S", List.of("DUE")))))));
    }

    @Test
    void a_stream_has_two_readers_at_most() {
        assertThat(sources("DynamoDB")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_schedule_of_ours_runs_in_our_group_with_our_role_and_by_utc() {
        assertThat(sources("ScheduleV2"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.properties())
                        .containsEntry("GroupName", Map.of("Ref", "ScheduleGroup"))
                        .containsEntry("RoleArn", Map.of("Fn::GetAtt", "SchedulerRole.Arn"))
                        .doesNotContainKey("ScheduleExpressionTimezone"));
    }

    @Test
    void only_mails_of_this_deployment_are_reported_to_it() {
        var detail = sources("EventBridgeRule")
                .filter(source -> source.function().name().equals("Feedback"))
                .map(source -> find(source.properties(), "Pattern", "detail", "mail", "tags")
                        .orElseThrow());

        assertThat(detail).containsExactly(Map.of("ses:configuration-set", List.of(Map.of("Ref", "ConfigurationSet"))));
    }

    @Test
    void what_ses_is_asked_to_report_is_what_the_rules_wait_for() {
        var asked =
                list(template.resource("ConfigurationSetEvents").at("EventDestination", "MatchingEventTypes")).stream()
                        .map(type -> SES_EVENTS.getOrDefault(type.toString(), type.toString()))
                        .toList();
        var awaited = sources("EventBridgeRule")
                .filter(source ->
                        find(source.properties(), "Pattern", "source").equals(Optional.of(List.of("aws.ses"))))
                .flatMap(source -> texts(
                        find(source.properties(), "Pattern", "detail-type").orElseThrow())
                        .stream())
                .collect(Collectors.toSet());

        assertThat(awaited).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void ses_remembers_who_must_not_be_written_to_and_counts_what_providers_count() {
        Resource set = template.resource("ConfigurationSet");

        assertThat(set.at("SuppressionOptions", "SuppressedReasons")).isEqualTo(List.of("BOUNCE", "COMPLAINT"));
        assertThat(set.at("ReputationOptions", "ReputationMetricsEnabled")).isEqualTo("true");
        assertThat(template.resource("Identity").at("DkimSigningAttributes", "NextSigningKeyLength"))
                .isEqualTo("RSA_2048_BIT");
    }

    @Test
    void an_answer_lies_in_the_bucket_before_the_function_hears_of_it_and_two_weeks_at_most() {
        var actions = list(template.resource("ReceiptRule").at("Rule", "Actions"));

        assertThat(actions)
                .containsExactly(
                        Map.of("S3Action", Map.of("BucketName", Map.of("Ref", "ReceivedMails"))),
                        Map.of(
                                "LambdaAction",
                                Map.of("FunctionArn", Map.of("Ref", "Reply.Alias"), "InvocationType", "Event")));
        assertThat(template.resource("ReceiptRule").at("Rule", "Recipients"))
                .isEqualTo(List.of(Map.of("Fn::Sub", "reply.${SendingDomain}")));
        assertThat(template.resource("ReceiptRule").at("Rule", "ScanEnabled")).isEqualTo("true");
        assertThat(list(template.resource("ReceivedMails").at("LifecycleConfiguration", "Rules")))
                .singleElement()
                .satisfies(rule -> assertThat(map(rule)).containsEntry("ExpirationInDays", "14"));
        assertThat(template.resource("ReceivedMails")
                        .mapAt("PublicAccessBlockConfiguration")
                        .values())
                .hasSize(4)
                .containsOnly("true");
        assertThat(template.resource("Reply").at("EventInvokeConfig", "DestinationConfig", "OnFailure", "Destination"))
                .isEqualTo(Map.of("Fn::GetAtt", "FailedCalls.Arn"));
    }

    @Test
    void only_ses_of_this_account_puts_mails_into_the_bucket_and_tells_the_function() {
        var statements = list(template.resource("ReceivedMailsPolicy").at("PolicyDocument"), "Statement");

        assertThat(statements)
                .singleElement()
                .satisfies(statement -> assertThat(map(statement))
                        .containsEntry("Principal", Map.of("Service", "ses.amazonaws.com"))
                        .containsEntry("Action", "s3:PutObject")
                        .containsEntry(
                                "Condition",
                                Map.of("StringEquals", Map.of("aws:SourceAccount", Map.of("Ref", "AWS::AccountId")))));
        assertThat(template.resource("ReplyMayBeCalled").mapAt())
                .containsEntry("Principal", "ses.amazonaws.com")
                .containsEntry("SourceAccount", Map.of("Ref", "AWS::AccountId"));
    }

    @Test
    void what_lies_in_a_queue_lies_there_encrypted_and_as_long_as_it_can() {
        assertThat(template.resources("AWS::SQS::Queue")).isNotEmpty().allSatisfy(queue -> {
            assertThat(queue.at("SqsManagedSseEnabled")).isEqualTo("true");
            assertThat(Long.parseLong(queue.at("MessageRetentionPeriod").toString()))
                    .isEqualTo(FOURTEEN_DAYS);
        });
    }

    @Test
    void only_our_own_rules_may_write_into_a_queue_from_outside() {
        assertThat(template.resources("AWS::SQS::QueuePolicy")).isNotEmpty().allSatisfy(policy -> {
            var statements = list(policy.at("PolicyDocument"), "Statement");
            assertThat(statements)
                    .allSatisfy(statement -> assertThat(map(statement))
                            .containsEntry("Action", "sqs:SendMessage")
                            .containsEntry("Principal", Map.of("Service", "events.amazonaws.com"))
                            .satisfies(one -> assertThat(find(one, "Condition", "ArnEquals", "aws:SourceArn"))
                                    .isPresent()));
        });
    }

    @Test
    void every_queue_for_failed_rules_may_be_written_to_by_rules() {
        var open = template.resources("AWS::SQS::QueuePolicy").stream()
                .flatMap(policy -> policy.listAt("Queues").stream())
                .map(Template::target)
                .toList();

        assertThat(sources("EventBridgeRule")
                        .map(source -> target(find(source.properties(), "DeadLetterConfig", "Arn")
                                .orElseThrow())))
                .isNotEmpty()
                .isSubsetOf(open);
    }

    @Test
    void the_table_outlives_a_mistake() {
        Resource table = template.resource("Table");

        assertThat(table.whole())
                .containsEntry("DeletionPolicy", "Retain")
                .containsEntry("UpdateReplacePolicy", "Retain");
        assertThat(table.at("DeletionProtectionEnabled")).isEqualTo("true");
        assertThat(table.at("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"))
                .isEqualTo("true");
        assertThat(table.at("BillingMode")).isEqualTo("PAY_PER_REQUEST");
        assertThat(table.at("StreamSpecification", "StreamViewType")).isEqualTo("NEW_AND_OLD_IMAGES");
        assertThat(table.at("TimeToLiveSpecification")).isEqualTo(Map.of("AttributeName", "ttl", "Enabled", "true"));
    }

    @Test
    void the_table_in_the_cloud_has_the_keys_of_the_one_that_all_tests_run_on() {
        try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
            var here = world.inside()
                    .aws()
                    .dynamo()
                    .describeTable(ask -> ask.tableName(Aws.TABLE))
                    .table();
            Resource there = template.resource("Table");

            assertThat(keys(there.listAt("KeySchema")))
                    .isEqualTo(here.keySchema().stream()
                            .collect(Collectors.toMap(key -> key.attributeName(), key -> key.keyTypeAsString())));
            assertThat(there.listAt("GlobalSecondaryIndexes"))
                    .hasSameSizeAs(here.globalSecondaryIndexes())
                    .allSatisfy(index -> assertThat(here.globalSecondaryIndexes())
                            .anySatisfy(same -> {
                                assertThat(same.indexName()).isEqualTo(text(index, "IndexName"));
                                assertThat(same.projection().projectionTypeAsString())
                                        .isEqualTo(find(index, "Projection", "ProjectionType")
                                                .orElseThrow());
                                assertThat(same.keySchema().stream()
                                                .collect(Collectors.toMap(
                                                        key -> key.attributeName(), key -> key.keyTypeAsString())))
                                        .isEqualTo(keys(list(index, "KeySchema")));
                            }));
            assertThat(there.at("StreamSpecification", "StreamViewType"))
                    .isEqualTo(here.streamSpecification().streamViewTypeAsString());
        }
    }

    private static Map<String, String> keys(List<Object> schema) {
        return schema.stream()
                .map(Template::map)
                .collect(Collectors.toMap(key -> text(key, "AttributeName"), key -> text(key, "KeyType")));
    }

    @Test
    void the_api_takes_so_many_requests_a_second_and_no_more() {
        assertThat(template.resource("Api").mapAt("DefaultRouteSettings"))
                .containsOnlyKeys("ThrottlingRateLimit", "ThrottlingBurstLimit");
    }

    @Test
    void the_apis_log_holds_no_link_no_query_and_nobodys_address() {
        assertThat(template.resource("Api").at("AccessLogSettings", "Format").toString())
                .contains("$context.routeKey", "$context.status")
                .doesNotContainIgnoringCase("path")
                .doesNotContainIgnoringCase("query")
                .doesNotContainIgnoringCase("sourceIp")
                .doesNotContainIgnoringCase("userAgent")
                .doesNotContainIgnoringCase("authorizer");
    }

    @Test
    void every_path_leads_to_one_function() {
        assertThat(sources("HttpApi")
                        .map(source -> find(source.properties(), "Method").orElse("ANY") + " "
                                + find(source.properties(), "Path").orElse("$default")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }
}
