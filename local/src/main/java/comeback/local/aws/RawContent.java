package comeback.local.aws;

import comeback.json.Fields;
import comeback.local.mail.Mail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail that its sender wrote whole, as the mailbox shows it: its headers, and below them what stands there. */
final class RawContent {
    private static final Pattern FOLD = Pattern.compile("\r\n(?=[ \t])");
    private static final Pattern PART_IN_BASE64 =
            Pattern.compile("Content-Transfer-Encoding: base64\r\n\r\n([A-Za-z0-9+/=\r\n]*?)\r\n(?=--|$)");

    private RawContent() {}

    static Mail mail(Fields body, String data, String id, Instant now) {
        String whole = new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
        int end = Math.max(0, whole.indexOf("\r\n\r\n"));
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : FOLD.matcher(whole.substring(0, end)).replaceAll("").split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return new Mail(
                id,
                EncodedWords.decode(body.text("FromEmailAddress").orElse("")),
                String.join(", ", body.objectOrEmpty("Destination").texts("ToAddresses")),
                EncodedWords.decode(headers.getOrDefault("Subject", "")),
                headers,
                "",
                PART_IN_BASE64.matcher(whole.substring(end)).replaceAll(RawContent::read),
                now,
                Map.of());
    }

    private static String read(MatchResult part) {
        byte[] bytes = Base64.getMimeDecoder().decode(part.group(1));
        return Matcher.quoteReplacement("\r\n" + new String(bytes, StandardCharsets.UTF_8));
    }
}
