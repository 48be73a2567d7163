package comeback.local.aws;

/** The names that the local account gives to things, as template.yaml's outputs would. */
public final class Aws {
    public static final String ACCOUNT = "123456789012";
    public static final String REGION = "us-east-1";
    public static final String TABLE = "comeback";
    public static final String CONFIGURATION_SET = "comeback";
    /** At which letters are answered. */
    public static final String REPLY_DOMAIN = "reply.comeback.example";

    public static final String SCHEDULE_GROUP = "comeback";
    public static final String WAKE_ARN = "arn:aws:lambda:" + REGION + ":" + ACCOUNT + ":function:wake:live";
    public static final String SCHEDULER_ROLE_ARN = "arn:aws:iam::" + ACCOUNT + ":role/comeback-scheduler";
    public static final String SCHEDULER_DLQ_ARN = "arn:aws:sqs:" + REGION + ":" + ACCOUNT + ":comeback-lost-alarms";

    private Aws() {}
}
