package comeback.local.deploy.zips;

import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.local.aws.LocalAws;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;

/** A packed function, unpacked as Lambda does and started as Lambda does: by AWS's runtime client, in a process of its own. */
final class PackedFunction implements AutoCloseable {
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(4);
    private static final String RUNTIME_CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    /** Without a snapshot the compiler stops at its first stage. */
    private static final List<String> AS_LAMBDA_STARTS = List.of("-XX:TieredStopAtLevel=1");

    /** Puts a function into its folder, as Lambda does. */
    @FunctionalInterface
    private interface Laying {
        void lay(Path task) throws IOException;
    }

    private final String name;
    private final RuntimeApi api;
    private final Process process;
    private final Path log;

    private PackedFunction(String name, RuntimeApi api, Process process, Path log) {
        this.name = name;
        this.api = api;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param name its folder's
     * @param zip as Maven packed it
     * @param handler as the template names it
     * @param variables which the template sets; a local value of each must be known here
     * @param runtimeClient the class path of AWS's runtime client
     */
    static PackedFunction start(
            String name, Path zip, String handler, Set<String> variables, String runtimeClient, TestWorld world)
            throws IOException {
        return start(
                name,
                task -> unpack(zip, task),
                handler,
                variables,
                runtimeClient,
                world,
                "on-demand",
                AS_LAMBDA_STARTS);
    }

    /** Starts a function that is packed as usual: its libraries lie beside it as they are. */
    static PackedFunction startUsual(
            String name,
            List<Path> libraries,
            String handler,
            Set<String> variables,
            String runtimeClient,
            TestWorld world)
            throws IOException {
        Laying laying = task -> {
            Path lib = Files.createDirectories(task.resolve("lib"));
            for (Path library : libraries) {
                Files.copy(library, lib.resolve(library.getFileName()));
            }
        };
        return start(name, laying, handler, variables, runtimeClient, world, "on-demand", AS_LAMBDA_STARTS);
    }

    /** Starts it as Lambda does before it takes its picture, and waits until it is ready for that. */
    static PackedFunction startForPicture(
            String name, Path zip, String handler, Set<String> variables, String runtimeClient, TestWorld world)
            throws IOException, InterruptedException {
        Path loaded = Path.of("target", "zips", name + ".loaded").toAbsolutePath();
        Files.createDirectories(loaded.resolveSibling("."));
        PackedFunction packed = start(
                name,
                task -> unpack(zip, task),
                handler,
                variables,
                runtimeClient,
                world,
                "snap-start",
                List.of("-Xlog:class+load=info:file=" + loaded + ":none:filecount=0"));
        if (!packed.api.isAskedWithin(ANSWERS_WITHIN)) {
            throw new IllegalStateException(name + " was not ready in time: " + packed.log());
        }
        return packed;
    }

    private static PackedFunction start(
            String name,
            Laying laying,
            String handler,
            Set<String> variables,
            String runtimeClient,
            TestWorld world,
            String startedFor,
            List<String> options)
            throws IOException {
        Path task = Path.of("target", "zips", name).toAbsolutePath();
        clear(task);
        laying.lay(task);
        var api = new RuntimeApi(Aws.WAKE_ARN.replace(":wake:", ":" + name + ":"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                task + File.pathSeparator + task.resolve("lib") + "/*" + File.pathSeparator + runtimeClient));
        command.addAll(options);
        command.addAll(List.of(RUNTIME_CLIENT, handler));
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment(name, handler, variables, world, task));
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        builder.environment().put("AWS_LAMBDA_INITIALIZATION_TYPE", startedFor);
        Path log = task.resolveSibling(name + ".log");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        return new PackedFunction(name, api, process, log);
    }

    /** The names of the classes that it has loaded so far, in their order. */
    List<String> loaded() throws IOException {
        return Files.readAllLines(log.resolveSibling(name + ".loaded")).stream()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.substring(0, line.indexOf(" source: ")))
                .toList();
    }

    RuntimeApi.Answer call(String event) throws InterruptedException {
        return api.call(event, ANSWERS_WITHIN);
    }

    /** What its process has taken of a core so far; Linux counts it in hundredths of a second. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** What a variable refers to only the cloud knows; here each has its local value. */
    private static Map<String, String> environment(
            String name, String handler, Set<String> variables, TestWorld world, Path task) {
        LocalAws aws = world.inside().aws();
        Map<String, String> known = new HashMap<>(Map.of(
                "TABLE", Aws.TABLE,
                "SCHEDULE_GROUP", Aws.SCHEDULE_GROUP,
                "SCHEDULER_ROLE_ARN", Aws.SCHEDULER_ROLE_ARN,
                "SCHEDULER_DLQ_ARN", Aws.SCHEDULER_DLQ_ARN,
                "WAKE_ARN", Aws.WAKE_ARN,
                "CONFIGURATION_SET", Aws.CONFIGURATION_SET,
                "ADMIN_KEY_HASHES", "",
                "PUBLIC_URL", world.uri().toString()));
        known.put("CONSOLE_SENDER", "console@example.com");
        known.put("CONSOLE_ADDRESSES", "");
        // Only admins who signed in see which alarms ring, and no bus is named: nobody is asked there.
        known.put("STACK", "comeback");
        known.put("ALARMS_PLACE", "https://monitoring.invalid");
        known.put("EVENT_BUS", "");
        known.put("EVENT_BUS_PLACE", "https://events.invalid");
        known.put("REPLY_DOMAIN", Aws.REPLY_DOMAIN);
        known.put("RECEIVED_MAILS", aws.received().bucket().toString());
        var environment = new HashMap<String, String>();
        for (String variable : variables) {
            String value = known.get(variable);
            if (value == null) {
                throw new IllegalStateException("no local value is known for the variable " + variable + " of " + name);
            }
            environment.put(variable, value);
        }
        environment.putAll(Map.of(
                "LAMBDA_TASK_ROOT",
                task.toString(),
                "_HANDLER",
                handler,
                "AWS_LAMBDA_FUNCTION_NAME",
                name,
                "AWS_LAMBDA_FUNCTION_VERSION",
                "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                "1024",
                "AWS_LAMBDA_LOG_GROUP_NAME",
                name,
                "AWS_LAMBDA_LOG_STREAM_NAME",
                "1",
                "AWS_EXECUTION_ENV",
                "AWS_Lambda_java25"));
        environment.putAll(Map.of(
                "AWS_REGION",
                Aws.REGION,
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local",
                "AWS_ENDPOINT_URL_DYNAMODB",
                endpoint(aws.dynamo().serviceClientConfiguration()),
                "AWS_ENDPOINT_URL_SESV2",
                endpoint(aws.ses().serviceClientConfiguration()),
                "AWS_ENDPOINT_URL_SCHEDULER",
                endpoint(aws.scheduler().serviceClientConfiguration())));
        return environment;
    }

    private static String endpoint(AwsServiceClientConfiguration client) {
        return client.endpointOverride().orElseThrow().toString();
    }

    /** A library of yesterday's zip would be on today's class path. */
    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void unpack(Path zip, Path into) throws IOException {
        try (var packed = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : packed.stream().toList()) {
                Path file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException("a name that leads out of the zip: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.resolveSibling("."));
                    try (InputStream content = packed.getInputStream(entry)) {
                        Files.write(file, content.readAllBytes());
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        api.close();
    }
}
