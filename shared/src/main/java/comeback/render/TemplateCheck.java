package comeback.render;

import comeback.templates.Problem;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.velocity.Template;
import org.apache.velocity.runtime.parser.node.ASTBlock;
import org.apache.velocity.runtime.parser.node.ASTDirective;
import org.apache.velocity.runtime.parser.node.ASTReference;
import org.apache.velocity.runtime.parser.node.ASTSetDirective;
import org.apache.velocity.runtime.parser.node.ASTStringLiteral;
import org.apache.velocity.runtime.parser.node.ASTText;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;

/**
 * Reads the syntax tree of each template and finds what would fail, or look wrong, only when a letter is written:
 * references, directives, macros and words that do not exist.
 */
final class TemplateCheck {
    private static final Set<String> OFF = Set.of("evaluate", "include", "parse", "define", "stop", "break");

    /** Names that a template defines itself: what a macro is given, and the loop's variable. */
    private record Scope(Map<String, Type> names) {
        Scope with(String name, Type type) {
            Map<String, Type> more = new HashMap<>(names);
            more.put(name, type);
            return new Scope(more);
        }
    }

    private final Source source;
    private final Map<String, Macro> macros;
    private final boolean knowsAllMacros;
    private final ReferenceCheck references;
    private final List<Problem> problems;

    private TemplateCheck(
            Source source,
            Map<String, Macro> macros,
            boolean knowsAllMacros,
            Vocabulary vocabulary,
            List<Problem> problems) {
        this.source = source;
        this.macros = macros;
        this.knowsAllMacros = knowsAllMacros;
        this.references = new ReferenceCheck(source, vocabulary, problems);
        this.problems = problems;
    }

    static void run(List<Source> sources, Map<String, Template> parsed, Vocabulary vocabulary, List<Problem> problems) {
        List<Source> templates = sources.stream().filter(Source::isTemplate).toList();
        Map<String, Macro> macros = new HashMap<>();
        for (Source part : templates.stream().filter(Source::isPart).toList()) {
            tree(part, parsed).ifPresent(root -> collect(part, root, macros, problems));
        }
        // A part that cannot be parsed hides its macros; calling them is not a second mistake.
        boolean knowsAll = templates.stream().filter(Source::isPart).allMatch(part -> parsed.containsKey(part.file()));
        for (Source template : templates) {
            MarkupCheck.run(template, problems);
            tree(template, parsed)
                    .ifPresent(root -> new TemplateCheck(template, macros, knowsAll, vocabulary, problems)
                            .visitChildren(root, new Scope(Map.of())));
        }
    }

    private static Optional<SimpleNode> tree(Source source, Map<String, Template> parsed) {
        return Optional.ofNullable(parsed.get(source.file())).map(template -> (SimpleNode) template.getData());
    }

    private static void collect(Source part, Node root, Map<String, Macro> macros, List<Problem> problems) {
        for (int i = 0; i < root.jjtGetNumChildren(); i++) {
            if (root.jjtGetChild(i) instanceof ASTDirective directive
                    && name(directive).equals("macro")) {
                String name = directive.jjtGetChild(0).getFirstTokenImage();
                // Its children are its name, its parameters and its body.
                int parameters = directive.jjtGetNumChildren() - 2;
                Macro macro = new Macro(name, parameters, part.file(), directive.getLine());
                Macro other = macros.putIfAbsent(name, macro);
                if (other != null) {
                    String what = "#" + name + " is already in " + other.file() + ":" + other.line();
                    problems.add(new Problem(part.file(), directive.getLine(), what));
                }
            }
        }
    }

    private void visit(Node node, Scope scope) {
        switch (node) {
            case ASTDirective directive -> directive(directive, scope);
            case ASTSetDirective set ->
                report(set, "#set is not allowed: a template shows, it does not work things out");
            case ASTReference reference -> {
                references.check(reference, scope.names());
                visitChildren(reference, scope);
            }
            case ASTStringLiteral text -> {
                String literal = text.literal();
                if (literal.startsWith("\"") && (literal.contains("$") || literal.contains("#"))) {
                    report(text, literal + " is printed as it stands: use words with {0} instead");
                }
            }
            case ASTText text -> text(text);
            default -> visitChildren(node, scope);
        }
    }

    private void visitChildren(Node node, Scope scope) {
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            visit(node.jjtGetChild(i), scope);
        }
    }

    private void directive(ASTDirective directive, Scope scope) {
        String name = name(directive);
        switch (name) {
            case "macro" -> macro(directive, scope);
            case "foreach" -> loop(directive, scope);
            default -> call(directive, name, scope);
        }
    }

    private void macro(ASTDirective directive, Scope scope) {
        if (!source.isPart()) {
            report(directive, "a macro belongs in " + Source.PARTS + "/");
        }
        Scope inner = scope.with("bodyContent", ReferenceCheck.BODY);
        for (int i = 1; i < directive.jjtGetNumChildren(); i++) {
            Node child = directive.jjtGetChild(i);
            if (child instanceof ASTReference parameter) {
                inner = inner.with(parameter.getRootString(), ModelTypes.ANYTHING);
            } else {
                visit(child, inner);
            }
        }
    }

    private void loop(ASTDirective directive, Scope scope) {
        // Its children are the variable, "in", the list and the body.
        Node list = directive.jjtGetChild(2);
        visit(list, scope);
        Type element = ModelTypes.ANYTHING;
        if (list instanceof ASTReference reference) {
            Optional<Type> type = references.typeOf(reference, scope.names());
            if (type.isPresent() && ModelTypes.element(type.get()).isEmpty()) {
                report(list, reference.literal() + " is no list");
            }
            element = type.flatMap(ModelTypes::element).orElse(ModelTypes.ANYTHING);
        }
        Scope inner = scope.with("foreach", ReferenceCheck.LOOP);
        if (directive.jjtGetChild(0) instanceof ASTReference variable) {
            inner = inner.with(variable.getRootString(), element);
        }
        visit(directive.jjtGetChild(directive.jjtGetNumChildren() - 1), inner);
    }

    private void call(ASTDirective directive, String name, Scope scope) {
        visitChildren(directive, scope);
        if (OFF.contains(name)) {
            report(directive, "#" + name + " is not allowed in letters");
            return;
        }
        Macro macro = macros.get(name);
        boolean isCall = isCall(directive, name);
        if (macro == null || !isCall) {
            if (macro != null) {
                report(directive, "#" + name + " needs parentheses");
            } else if (isCall && knowsAllMacros) {
                report(directive, "there is no macro #" + name);
            }
            return;
        }
        int given = 0;
        for (int i = 0; i < directive.jjtGetNumChildren(); i++) {
            given += directive.jjtGetChild(i) instanceof ASTBlock ? 0 : 1;
        }
        if (given != macro.arguments()) {
            report(directive, "#" + name + " wants " + macro.arguments() + " values and gets " + given);
        }
    }

    /**
     * Without parentheses it is no call: a colour, or a slip that readers would see as it stands. The tree does not tell,
     * so the line is asked.
     */
    private boolean isCall(ASTDirective directive, String name) {
        String line =
                source.text().lines().skip(directive.getLine() - 1L).findFirst().orElse("");
        return !Pattern.compile("#@?\\{?" + name + "}?(?!\\w)(?!\\s*\\()")
                .matcher(line)
                .find();
    }

    /** Marketers and translators work on words files; what stands in a template has one language only. */
    private void text(ASTText text) {
        String literal = text.literal();
        boolean hasWords = !source.isPart()
                && literal.replaceAll("(?s)<!--.*?-->|<[^>]*>|&\\w+;", "").matches("(?s).*\\p{L}.*");
        if (hasWords) {
            report(text, "words belong in a words file: " + HeaderText.of(literal));
        }
    }

    private void report(Node node, String what) {
        problems.add(new Problem(source.file(), node.getLine(), what));
    }

    private static String name(ASTDirective directive) {
        String name = directive.getDirectiveName();
        return name.startsWith("@") ? name.substring(1) : name;
    }
}
