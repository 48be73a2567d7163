package comeback.condition;

import comeback.condition.Conditions.Mistake;
import comeback.condition.Fact.Form;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.velocity.runtime.parser.node.ASTExpression;
import org.apache.velocity.runtime.parser.node.ASTFalse;
import org.apache.velocity.runtime.parser.node.ASTFloatingPointLiteral;
import org.apache.velocity.runtime.parser.node.ASTIdentifier;
import org.apache.velocity.runtime.parser.node.ASTIntegerLiteral;
import org.apache.velocity.runtime.parser.node.ASTMethod;
import org.apache.velocity.runtime.parser.node.ASTReference;
import org.apache.velocity.runtime.parser.node.ASTStringLiteral;
import org.apache.velocity.runtime.parser.node.ASTTrue;
import org.apache.velocity.runtime.parser.node.Node;

/** Reads what stands at the sides of comparisons: values that are written out, and names of the model. */
final class Operands {
    private static final String GET = "get";

    private final Place place;
    private final List<Mistake> mistakes;
    private boolean isAboutEvent;

    Operands(Place place, List<Mistake> mistakes) {
        this.place = place;
        this.mistakes = mistakes;
    }

    boolean isAboutEvent() {
        return isAboutEvent;
    }

    /** Nothing when something is wrong with it; that is noted then. */
    Optional<Operand> of(Node node) {
        return switch (node) {
            case ASTExpression wrapper when wrapper.jjtGetNumChildren() == 1 -> of(wrapper.jjtGetChild(0));
            case ASTReference reference -> reference(reference);
            case ASTIntegerLiteral number -> Optional.of(number(String.valueOf(number.value(null))));
            case ASTFloatingPointLiteral number -> Optional.of(number(String.valueOf(number.value(null))));
            case ASTStringLiteral text ->
                Optional.of(new Operand.Literal(new Value.Text(unquoted(text)), Kind.TEXT, text.literal()));
            case ASTTrue yes -> Optional.of(truth(true));
            case ASTFalse no -> Optional.of(truth(false));
            default ->
                mistake(
                        node,
                        "a condition compares values with ==, !=, <, <=, > and >=, and joins them with &&, || and !;"
                                + " nothing else is known here");
        };
    }

    private static Operand number(String text) {
        return new Operand.Literal(new Value.Quantity(new BigDecimal(text)), Kind.NUMBER, text);
    }

    private static Operand truth(boolean value) {
        return new Operand.Literal(new Value.Truth(value), Kind.TRUTH, String.valueOf(value));
    }

    /** A name is followed as far as there is a fact of that name; what comes after belongs to the fact. */
    private Optional<Operand> reference(ASTReference reference) {
        StringBuilder name = new StringBuilder(reference.getRootString());
        for (int i = 0; i < reference.jjtGetNumChildren(); i++) {
            Optional<Fact> field = Facts.named(name.toString()).filter(fact -> fact.form() == Form.FIELD);
            switch (reference.jjtGetChild(i)) {
                case ASTIdentifier part
                when field.isPresent() -> {
                    return known(
                            reference,
                            i + 1,
                            new Operand.Look(
                                    field.get(), part.getIdentifier(), "$" + name + "." + part.getIdentifier()));
                }
                case ASTIdentifier part -> {
                    Optional<Fact> whole = Facts.named(name.toString());
                    if (whole.isPresent() && part.getIdentifier().equals(Operand.Known.NAME)) {
                        return known(reference, i, new Operand.Look(whole.get(), "", "$" + name));
                    }
                    name.append('.').append(part.getIdentifier());
                }
                case ASTMethod method -> {
                    return call(reference, i + 1, name.toString(), method);
                }
                default -> {
                    return mistake(
                            reference,
                            "cannot read " + reference.literal() + "; " + Facts.choices(name.toString(), place));
                }
            }
        }
        Optional<Fact> fact = Facts.named(name.toString()).filter(found -> found.form() == Form.PLAIN);
        return fact.isPresent()
                ? possible(reference, new Operand.Look(fact.get(), "", "$" + name))
                : noSuch(reference, name.toString());
    }

    private Optional<Operand> call(ASTReference reference, int next, String name, ASTMethod method) {
        Optional<Fact> field = Facts.named(name)
                .filter(fact ->
                        fact.form() == Form.FIELD && method.getMethodName().equals(GET));
        Optional<Fact> fact = field.or(
                () -> Facts.named(name + "." + method.getMethodName()).filter(found -> found.form() == Form.CALL));
        if (fact.isEmpty()) {
            return mistake(
                    reference,
                    "method " + method.getMethodName() + "() is not known here; " + Facts.choices(name, place));
        }
        // The first child is the method's own name.
        Node child = method.jjtGetNumChildren() == 2 ? unwrapped(method.jjtGetChild(1)) : method;
        if (!(child instanceof ASTStringLiteral argument)) {
            return mistake(reference, fact.get().usage() + " asks for one text, written out in quotes");
        }
        String text = "$" + name + "." + method.getMethodName() + "(" + argument.literal() + ")";
        return known(reference, next, new Operand.Look(fact.get(), unquoted(argument), text));
    }

    /** What comes after a fact can only ask whether it is known. */
    private Optional<Operand> known(ASTReference reference, int next, Operand.Look look) {
        int more = reference.jjtGetNumChildren() - next;
        if (more == 0) {
            return possible(reference, look);
        }
        return more == 1
                        && reference.jjtGetChild(next) instanceof ASTIdentifier last
                        && last.getIdentifier().equals(Operand.Known.NAME)
                ? possible(reference, look).map(found -> new Operand.Known(look))
                : mistake(reference, "after " + look.text() + " only ." + Operand.Known.NAME + " can come");
    }

    /** Whether it can be known in this place at all. */
    private Optional<Operand> possible(ASTReference reference, Operand.Look look) {
        Fact fact = look.fact();
        if (!place.knows(fact)) {
            return mistake(
                    reference,
                    place.isOnTheWay()
                            ? look.text() + " is not known at a step: the event may be long past. Ask it in \"starts\""
                            : look.text() + " is not known before the flow has started");
        }
        if (!fact.events().isEmpty() && fact.events().stream().noneMatch(place.events()::contains)) {
            return mistake(
                    reference, look.text() + " is never known here; it comes with " + Choices.eventsInWords(fact));
        }
        isAboutEvent |= fact.root().equals(EventFacts.ROOT);
        return Optional.of(look);
    }

    private Optional<Operand> noSuch(ASTReference reference, String name) {
        return mistake(reference, "there is no $" + name + "; " + Facts.choices(name, place));
    }

    private Optional<Operand> mistake(Node node, String what) {
        mistakes.add(new Mistake(node.getLine() - 1, what));
        return Optional.empty();
    }

    private static Node unwrapped(Node node) {
        return node instanceof ASTExpression && node.jjtGetNumChildren() == 1 ? node.jjtGetChild(0) : node;
    }

    private static String unquoted(ASTStringLiteral literal) {
        String quoted = literal.literal();
        String quote = quoted.substring(0, 1);
        return quoted.substring(1, quoted.length() - 1).replace(quote + quote, quote);
    }
}
