package comeback.condition;

import comeback.condition.Conditions.Mistake;
import java.util.List;
import java.util.Optional;
import org.apache.velocity.runtime.parser.node.ASTAndNode;
import org.apache.velocity.runtime.parser.node.ASTComparisonNode;
import org.apache.velocity.runtime.parser.node.ASTEQNode;
import org.apache.velocity.runtime.parser.node.ASTExpression;
import org.apache.velocity.runtime.parser.node.ASTGENode;
import org.apache.velocity.runtime.parser.node.ASTGTNode;
import org.apache.velocity.runtime.parser.node.ASTLENode;
import org.apache.velocity.runtime.parser.node.ASTLTNode;
import org.apache.velocity.runtime.parser.node.ASTNENode;
import org.apache.velocity.runtime.parser.node.ASTNotNode;
import org.apache.velocity.runtime.parser.node.ASTOrNode;
import org.apache.velocity.runtime.parser.node.Node;

/** From Velocity's tree to ours, which knows nothing of Velocity; every mistake on the way is noted. */
final class Translation {
    private final Operands operands;
    private final List<Mistake> mistakes;

    Translation(Place place, List<Mistake> mistakes) {
        this.operands = new Operands(place, mistakes);
        this.mistakes = mistakes;
    }

    /** Whether what was read so far asks about an event. */
    boolean isAboutEvent() {
        return operands.isAboutEvent();
    }

    /** Nothing when something is wrong with it; that is noted then. */
    Optional<Expression> of(Node node) {
        return switch (node) {
            case ASTExpression wrapper when wrapper.jjtGetNumChildren() == 1 -> of(wrapper.jjtGetChild(0));
            case ASTAndNode and -> both(and, Expression.And::new);
            case ASTOrNode or -> both(or, Expression.Or::new);
            case ASTNotNode not -> of(not.jjtGetChild(0)).map(Expression.Not::new);
            case ASTComparisonNode comparison -> operator(comparison).flatMap(sign -> comparison(comparison, sign));
            default -> plain(node);
        };
    }

    private interface Both {
        Expression of(Expression left, Expression right);
    }

    private Optional<Expression> both(Node node, Both both) {
        // Both are read before either is given up, so that all mistakes are found.
        Optional<Expression> left = of(node.jjtGetChild(0));
        Optional<Expression> right = of(node.jjtGetChild(1));
        return left.flatMap(one -> right.map(other -> both.of(one, other)));
    }

    private static Optional<Operator> operator(Node node) {
        return switch (node) {
            case ASTNENode unequal -> Optional.of(Operator.NOT_EQUAL);
            case ASTEQNode equal -> Optional.of(Operator.EQUAL);
            case ASTLTNode less -> Optional.of(Operator.LESS);
            case ASTLENode atMost -> Optional.of(Operator.AT_MOST);
            case ASTGTNode more -> Optional.of(Operator.MORE);
            case ASTGENode atLeast -> Optional.of(Operator.AT_LEAST);
            default -> Optional.empty();
        };
    }

    private Optional<Expression> plain(Node node) {
        Optional<Operand> operand = operands.of(node);
        if (operand.isPresent()
                && operand.get().kind() != Kind.TRUTH
                && operand.get().kind() != Kind.ANYTHING) {
            return mistake(
                    node,
                    operand.get().text() + " is " + operand.get().kind().inWords() + ": compare it with something");
        }
        return operand.map(Expression.Plain::new);
    }

    private Optional<Expression> comparison(Node node, Operator operator) {
        Optional<Operand> left = operands.of(node.jjtGetChild(0));
        Optional<Operand> right = operands.of(node.jjtGetChild(1));
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Operand one = Likeness.beside(left.get(), right.get());
        Operand other = Likeness.beside(right.get(), left.get());
        Optional<String> wrong = Likeness.mistake(one, operator, other);
        return wrong.isPresent()
                ? mistake(node, wrong.get())
                : Optional.of(new Expression.Comparison(one, operator, other));
    }

    private Optional<Expression> mistake(Node node, String what) {
        mistakes.add(new Mistake(node.getLine() - 1, what));
        return Optional.empty();
    }
}
