package dev.upswell.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Operations that move numbers about, multiply tables or sum along axes.
final class Shaping {

    private Shaping() {
    }

    static Tensor concat(List<Tensor> parts, long along) {
        Tensor first = parts.getFirst();
        int axis = first.axis(along);
        int[] shape = first.shape().clone();
        shape[axis] = parts.stream().mapToInt(part -> part.shape()[axis]).sum();
        double[] values = new double[Tensor.size(shape)];
        int at = 0;
        for (int row = 0; row < first.before(axis); row++) {
            for (Tensor part : parts) {
                int length = part.shape()[axis] * part.behind(axis);
                if (part.before(axis) != first.before(axis) || part.behind(axis) != first.behind(axis)) {
                    throw new IllegalArgumentException("parts that are joined must have the same other axes");
                }
                System.arraycopy(part.values(), row * length, values, at, length);
                at += length;
            }
        }
        return new Tensor(shape, values);
    }

    static Tensor gather(Tensor tensor, Tensor indices, long along) {
        int axis = tensor.axis(along);
        int length = tensor.shape()[axis];
        int behind = tensor.behind(axis);
        int[] shape = IntStream.concat(IntStream.concat(Arrays.stream(tensor.shape(), 0, axis),
                Arrays.stream(indices.shape())), Arrays.stream(tensor.shape(), axis + 1, tensor.rank())).toArray();
        double[] values = new double[Tensor.size(shape)];
        int at = 0;
        for (int row = 0; row < tensor.before(axis); row++) {
            for (double given : indices.values()) {
                int index = (int) (given < 0 ? given + length : given);
                if (index < 0 || index >= length) {
                    throw new IllegalArgumentException("index (" + given + ") must lie below " + length);
                }
                System.arraycopy(tensor.values(), (row * length + index) * behind, values, at, behind);
                at += behind;
            }
        }
        return new Tensor(shape, values);
    }

    static Tensor reshape(Tensor tensor, Tensor wanted) {
        int[] shape = new int[wanted.values().length];
        int open = -1;
        int known = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = (int) wanted.values()[i];
            shape[i] = shape[i] == 0 ? tensor.shape()[i] : shape[i];
            open = shape[i] == -1 ? i : open;
            known *= shape[i] == -1 ? 1 : shape[i];
        }
        if (open >= 0) {
            shape[open] = known == 0 ? 0 : tensor.values().length / known;
        }
        return tensor.in(shape);
    }

    static Tensor squeeze(Tensor tensor, long[] axes) {
        List<Integer> dropped = new ArrayList<>();
        for (long axis : axes) {
            dropped.add(tensor.axis(axis));
        }
        return tensor.in(IntStream.range(0, tensor.rank())
                .filter(i -> axes.length == 0 ? tensor.shape()[i] != 1 : !dropped.contains(i))
                .map(i -> tensor.shape()[i]).toArray());
    }

    static Tensor unsqueeze(Tensor tensor, long[] axes) {
        int rank = tensor.rank() + axes.length;
        List<Integer> added = Arrays.stream(axes).mapToObj(axis -> (int) (axis < 0 ? axis + rank : axis)).toList();
        int[] shape = new int[rank];
        int at = 0;
        for (int i = 0; i < rank; i++) {
            shape[i] = added.contains(i) ? 1 : tensor.shape()[at++];
        }
        return tensor.in(shape);
    }

    static Tensor flatten(Tensor tensor, long along) {
        int axis = along == tensor.rank() ? tensor.rank() : tensor.axis(along);
        int before = tensor.before(axis);
        return tensor.in(before, before == 0 ? 0 : tensor.values().length / before);
    }

    static Tensor transpose(Tensor tensor, long[] given) {
        int rank = tensor.rank();
        int[] order = IntStream.range(0, rank)
                .map(i -> given.length == 0 ? rank - 1 - i : tensor.axis(given[i])).toArray();
        int[] shape = Arrays.stream(order).map(axis -> tensor.shape()[axis]).toArray();
        double[] values = new double[tensor.values().length];
        int[] at = new int[rank];
        for (int i = 0; i < values.length; i++) {
            int place = 0;
            int rest = i;
            for (int axis = rank - 1; axis >= 0; axis--) {
                at[order[axis]] = rest % shape[axis];
                rest /= shape[axis];
            }
            for (int axis = 0; axis < rank; axis++) {
                place = place * tensor.shape()[axis] + at[axis];
            }
            values[i] = tensor.values()[place];
        }
        return new Tensor(shape, values);
    }

    /// A table, or a stack of them, times a table.
    static Tensor product(Tensor one, Tensor other) {
        if (other.rank() != 2 || one.rank() < 2 || one.width() != other.shape()[0]) {
            throw new IllegalArgumentException("tables of shape " + Arrays.toString(one.shape()) + " and "
                    + Arrays.toString(other.shape()) + " cannot be multiplied here");
        }
        int columns = other.shape()[1];
        int[] shape = one.shape().clone();
        shape[shape.length - 1] = columns;
        double[] values = new double[Tensor.size(shape)];
        for (int row = 0; row < one.rows(); row++) {
            for (int i = 0; i < one.width(); i++) {
                double factor = one.values()[row * one.width() + i];
                for (int column = 0; column < columns; column++) {
                    values[row * columns + column] += factor * other.values()[i * columns + column];
                }
            }
        }
        return new Tensor(shape, values);
    }

    /// @param axes all where empty
    static Tensor sum(Tensor tensor, long[] axes, boolean kept, boolean mean) {
        boolean[] gone = new boolean[tensor.rank()];
        for (long axis : axes) {
            gone[tensor.axis(axis)] = true;
        }
        int[] shape = tensor.shape().clone();
        for (int i = 0; i < shape.length; i++) {
            shape[i] = axes.length == 0 || gone[i] ? 1 : shape[i];
        }
        double[] values = new double[Tensor.size(shape)];
        for (int i = 0; i < tensor.values().length; i++) {
            values[place(i, tensor.shape(), shape)] += tensor.values()[i];
        }
        if (mean) {
            double count = Math.max(1, tensor.values().length / Math.max(1, values.length));
            values = Arrays.stream(values).map(value -> value / count).toArray();
        }
        int[] left = IntStream.range(0, shape.length).filter(i -> kept || axes.length > 0 && !gone[i])
                .map(i -> shape[i]).toArray();
        return new Tensor(left, values);
    }

    private static int place(int index, int[] from, int[] to) {
        int place = 0;
        int step = 1;
        int rest = index;
        for (int axis = from.length - 1; axis >= 0; axis--) {
            place += rest % from[axis] % to[axis] * step;
            rest /= from[axis];
            step *= to[axis];
        }
        return place;
    }

    /// The axes that an operator was given as an attribute or, since later versions, as an operand.
    static long[] axes(Attributes attributes, @Nullable Tensor operand) {
        return operand == null
                ? attributes.wholes("axes")
                : Arrays.stream(operand.values()).mapToLong(value -> (long) value).toArray();
    }
}
