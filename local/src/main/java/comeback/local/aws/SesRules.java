package comeback.local.aws;

import comeback.json.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What SES v2 refuses, and in which words: its documented rules for SendEmail. */
final class SesRules {
    private static final int HEADERS_MAX = 15;
    private static final int RECIPIENTS_MAX = 50;
    private static final Pattern HEADER_NAME = Pattern.compile("[!-9;-~]{1,126}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[ -~]{1,995}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^,;<>@]]{1,64}@[A-Za-z0-9.-]{1,255}");
    private static final Pattern NAMED_ADDRESS = Pattern.compile("(?:[^\\p{Cntrl}<>]*<)?([^<>]*)>?");

    private SesRules() {}

    /** The first rule that this SendEmail breaks. */
    static Optional<WireAnswer.Refused> refusal(Fields body, String configurationSet, Set<String> verifiedDomains) {
        return configurationSet(body, configurationSet)
                .or(() -> sender(body, verifiedDomains))
                .or(() -> recipients(body))
                .or(() -> content(body))
                .or(() -> tags(body));
    }

    private static Optional<WireAnswer.Refused> configurationSet(Fields body, String known) {
        return body.text("ConfigurationSetName")
                .filter(name -> !name.equals(known))
                .map(name -> new WireAnswer.Refused(
                        404, "NotFoundException", "Configuration set <" + name + "> does not exist."));
    }

    private static Optional<WireAnswer.Refused> sender(Fields body, Set<String> verifiedDomains) {
        String from = body.text("FromEmailAddress").orElse("");
        var named = NAMED_ADDRESS.matcher(from);
        if (!named.matches() || !ADDRESS.matcher(named.group(1)).matches()) {
            return bad("Missing or illegal from address.");
        }
        String address = named.group(1);
        String domain = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (!verifiedDomains.contains(domain)) {
            return Optional.of(new WireAnswer.Refused(
                    400,
                    "MessageRejected",
                    "Email address is not verified. The following identities failed the check in region "
                            + Aws.REGION.toUpperCase(Locale.ROOT) + ": " + address));
        }
        return Optional.empty();
    }

    private static Optional<WireAnswer.Refused> recipients(Fields body) {
        List<String> to = body.objectOrEmpty("Destination").texts("ToAddresses");
        if (to.isEmpty()) {
            return bad("Missing destination.");
        }
        if (to.size() > RECIPIENTS_MAX) {
            return bad("Recipient count exceeds " + RECIPIENTS_MAX + ".");
        }
        return to.stream().allMatch(address -> ADDRESS.matcher(address).matches())
                ? Optional.empty()
                : bad("Illegal address.");
    }

    private static Optional<WireAnswer.Refused> content(Fields body) {
        Fields content = body.objectOrEmpty("Content");
        if (content.objectOrEmpty("Raw").text("Data").isPresent()) {
            return Optional.empty();
        }
        Optional<Fields> simple = content.object("Simple");
        if (simple.isEmpty()) {
            return bad("The local SES takes simple and raw content only.");
        }
        if (simple.get().objectOrEmpty("Subject").text("Data").isEmpty()) {
            return bad("Missing required field 'Subject'.");
        }
        Fields parts = simple.get().objectOrEmpty("Body");
        if (parts.objectOrEmpty("Html").text("Data").isEmpty()
                && parts.objectOrEmpty("Text").text("Data").isEmpty()) {
            return bad("Missing required field 'Body'.");
        }
        return headers(simple.get().objects("Headers").orElse(List.of()));
    }

    private static Optional<WireAnswer.Refused> headers(List<Fields> headers) {
        if (headers.size() > HEADERS_MAX) {
            return bad("The number of headers exceeds " + HEADERS_MAX + ".");
        }
        for (Fields header : headers) {
            String name = header.text("Name").orElse("");
            String value = header.text("Value").orElse("");
            if (!HEADER_NAME.matcher(name).matches()) {
                return bad("Header name is invalid: printable ASCII without colon, 1 to 126 characters.");
            }
            if (!HEADER_VALUE.matcher(value).matches() || name.length() + value.length() > 996) {
                return bad("Header value of " + name + " is invalid: printable ASCII, at most 995 characters.");
            }
        }
        return Optional.empty();
    }

    private static Optional<WireAnswer.Refused> tags(Fields body) {
        for (Fields tag : body.objects("EmailTags").orElse(List.of())) {
            String name = tag.text("Name").orElse("");
            String value = tag.text("Value").orElse("");
            if (!TAG.matcher(name).matches() || !TAG.matcher(value).matches()) {
                return bad("Invalid tag " + name + " <" + value
                        + ">: only alphanumeric ASCII characters, '_', and '-' are allowed.");
            }
        }
        return Optional.empty();
    }

    private static Optional<WireAnswer.Refused> bad(String message) {
        return Optional.of(new WireAnswer.Refused(400, "BadRequestException", message));
    }
}
