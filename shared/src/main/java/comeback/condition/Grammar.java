package comeback.condition;

import comeback.condition.Conditions.Mistake;
import comeback.render.Sandbox;
import comeback.templates.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.runtime.parser.node.ASTIfStatement;
import org.apache.velocity.runtime.parser.node.Node;

/** Velocity's own parser reads what could stand in an {@code #if(…)}. Nothing is ever run by it. */
final class Grammar {
    /** Made when the first condition is read, and only then: a deployment without conditions does not pay for it. */
    private static final Sandbox SANDBOX = new Sandbox();

    private static final String BEFORE = "#if(";
    private static final String AFTER = ")#end";

    private static final Pattern UNEXPECTED = Pattern.compile("Encountered \"(.*?)\" at ");

    private Grammar() {}

    /** Nothing when it is no condition; that is noted then. */
    static Optional<Node> parse(String text, List<Mistake> mistakes) {
        List<Problem> problems = new ArrayList<>();
        Optional<Node> root = SANDBOX.parse("condition", BEFORE + text.strip() + AFTER, problems)
                .map(template -> (Node) template.getData());
        problems.forEach(problem -> mistakes.add(new Mistake(problem.line() - 1, inWords(problem.what()))));
        Optional<Node> condition = root.filter(tree -> tree.jjtGetNumChildren() == 1)
                .map(tree -> tree.jjtGetChild(0))
                // Without "#else" it has a condition and a body, and the body is what we wrote ourselves.
                .filter(only -> only instanceof ASTIfStatement && only.jjtGetNumChildren() == 2)
                .filter(only -> only.jjtGetChild(1).jjtGetNumChildren() == 0)
                .map(only -> only.jjtGetChild(0));
        if (root.isPresent() && condition.isEmpty()) {
            mistakes.add(new Mistake(0, "this is no condition: there is more than one, or a directive"));
        }
        return condition;
    }

    /** Without the words that we put around it, and without places in them. */
    private static String inWords(String problem) {
        Matcher unexpected = UNEXPECTED.matcher(problem);
        if (!unexpected.find()) {
            return "this is no condition";
        }
        String token = unexpected.group(1);
        return AFTER.startsWith(token) || AFTER.endsWith(token)
                ? "this is no condition: something is missing, or a bracket is too much"
                : "this is no condition: " + token + " can not stand where it does";
    }
}
