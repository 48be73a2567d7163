package comeback.render;

import comeback.templates.Problem;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.velocity.runtime.directive.ForeachScope;
import org.apache.velocity.runtime.parser.node.ASTExpression;
import org.apache.velocity.runtime.parser.node.ASTIdentifier;
import org.apache.velocity.runtime.parser.node.ASTIndex;
import org.apache.velocity.runtime.parser.node.ASTMethod;
import org.apache.velocity.runtime.parser.node.ASTReference;
import org.apache.velocity.runtime.parser.node.ASTStringLiteral;
import org.apache.velocity.runtime.parser.node.Node;

/** Follows one reference of a template along the view records, and its words into every language. */
final class ReferenceCheck {
    /** The type of {@code $foreach}. */
    static final Type LOOP = ForeachScope.class;

    /** The type of a block macro's body. */
    static final Type BODY = Void.class;

    private final Source source;
    private final Vocabulary vocabulary;
    private final List<Problem> problems;

    ReferenceCheck(Source source, Vocabulary vocabulary, List<Problem> problems) {
        this.source = source;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    void check(ASTReference reference, Map<String, Type> local) {
        follow(reference, local, problems);
    }

    /** What it stands for, without complaining a second time; nothing when it stands for nothing. */
    Optional<Type> typeOf(ASTReference reference, Map<String, Type> local) {
        return follow(reference, local, new ArrayList<>());
    }

    private Optional<Type> follow(ASTReference reference, Map<String, Type> local, List<Problem> found) {
        String root = reference.getRootString();
        Optional<Type> type = Optional.ofNullable(local.get(root)).or(() -> ModelTypes.root(root));
        if (type.isEmpty()) {
            String known = String.join(", ", ModelTypes.roots());
            add(found, reference, "there is no " + reference.literal() + "; a letter knows " + known);
        }
        for (int i = 0; i < reference.jjtGetNumChildren() && type.isPresent(); i++) {
            Type owner = type.get();
            type = switch (reference.jjtGetChild(i)) {
                case ASTIdentifier name -> property(reference, owner, name, found);
                case ASTMethod method -> method(reference, owner, method, found);
                case ASTIndex index -> {
                    add(found, index, reference.literal() + " is not allowed: use #foreach");
                    yield Optional.empty();
                }
                // What stands behind "|" in ${reference|'otherwise'}.
                default -> Optional.of(owner);
            };
        }
        return type;
    }

    private Optional<Type> property(ASTReference reference, Type owner, ASTIdentifier identifier, List<Problem> found) {
        String name = identifier.getIdentifier();
        if (owner.equals(LOOP)) {
            if (ModelOnly.LOOP.contains(name)) {
                return Optional.of(String.class);
            }
            add(
                    found,
                    reference,
                    "$foreach knows "
                            + String.join(", ", ModelOnly.LOOP.stream().sorted().toList()));
            return Optional.empty();
        }
        Optional<Type> type = ModelTypes.property(owner, name);
        if (type.isEmpty()) {
            String what = "there is no \"" + name + "\" in " + reference.literal();
            String choices = owner.equals(ModelTypes.ANYTHING) ? "" : "; there is " + ModelTypes.choices(owner);
            add(found, reference, what + choices);
        }
        return type;
    }

    private Optional<Type> method(ASTReference reference, Type owner, ASTMethod method, List<Problem> found) {
        String name = method.getMethodName();
        if (owner.equals(Words.class) && ModelOnly.WORDS.contains(name)) {
            words(reference, name, method, found);
            return Optional.of(String.class);
        }
        boolean isList = ModelTypes.element(owner).isPresent();
        if (!isList || !ModelOnly.SIZES.contains(name)) {
            add(found, reference, "method " + name + "() is not allowed");
            return Optional.empty();
        }
        return Optional.of(String.class);
    }

    private void words(ASTReference reference, String name, ASTMethod method, List<Problem> found) {
        // The first child is the method's own name.
        int arguments = method.jjtGetNumChildren() - 1;
        switch (name) {
            case "get" -> key(reference, method, 1, "", arguments - 1, found);
            case "when" -> {
                key(reference, method, 2, "", arguments - 3, found);
                key(reference, method, 3, "", arguments - 3, found);
            }
            default -> {
                key(reference, method, 1, ".one", 1, found);
                key(reference, method, 1, ".other", 1, found);
            }
        }
    }

    private void key(
            ASTReference reference, ASTMethod method, int place, String ending, int given, List<Problem> found) {
        Node child = place < method.jjtGetNumChildren() ? method.jjtGetChild(place) : null;
        // A value lies in an expression, even when it is nothing but itself.
        Node value = child instanceof ASTExpression && child.jjtGetNumChildren() == 1 ? child.jjtGetChild(0) : child;
        if (!(value instanceof ASTStringLiteral literal)) {
            add(found, reference, "a words key is written out in single quotes, so that it can be checked");
            return;
        }
        String key = literal.literal().substring(1, literal.literal().length() - 1) + ending;
        List<Phrase> phrases = vocabulary.phrases(source.folder(), key);
        if (phrases.isEmpty()) {
            String places = source.isPart() ? Source.PARTS : source.folder() + " or " + Source.PARTS;
            add(found, reference, "there are no words \"" + key + "\" in " + places);
        }
        for (Phrase phrase : phrases) {
            if (phrase.arguments() > given) {
                String what = "\"" + key + "\" asks for {" + (phrase.arguments() - 1) + "}, but " + source.file() + ":"
                        + reference.getLine() + " gives " + given + (given == 1 ? " value" : " values");
                found.add(new Problem(phrase.file(), phrase.line(), what));
            }
        }
    }

    private void add(List<Problem> found, Node node, String what) {
        found.add(new Problem(source.file(), node.getLine(), what));
    }
}
