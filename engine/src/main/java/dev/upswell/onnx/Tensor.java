package dev.upswell.onnx;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Numbers in a box of some shape, the last axis running fastest; truth is 0 or 1.
///
/// **range** at most [#MOST] numbers, so that no file can ask for all memory.
///
/// @param shape empty for a single number
/// @param values shared, not copied; nobody writes to them once they are here
record Tensor(int[] shape, double[] values) {

    static final int MOST = 1 << 22;

    Tensor {
        if (size(shape) != values.length) {
            throw new IllegalArgumentException("tensor (" + Arrays.toString(shape) + ") must not hold "
                    + values.length + " numbers\nMaybe its file is damaged.");
        }
    }

    static Tensor of(double value) {
        return new Tensor(new int[0], new double[]{value});
    }

    static Tensor row(double... values) {
        return new Tensor(new int[]{values.length}, values);
    }

    /// **errors** `IllegalArgumentException` when it would be too large.
    static int size(int[] shape) {
        long size = 1;
        for (int length : shape) {
            size = length < 0 || size > MOST ? Long.MAX_VALUE : size * length;
        }
        if (size > MOST) {
            throw new IllegalArgumentException("tensor (" + Arrays.toString(shape) + ") must have at most " + MOST
                    + " numbers\nMaybe the model is not meant for single vectors.");
        }
        return (int) size;
    }

    int rank() {
        return shape.length;
    }

    /// The axis that a number from `-rank` to `rank - 1` means.
    int axis(long given) {
        long axis = given < 0 ? given + rank() : given;
        if (axis < 0 || axis >= Math.max(1, rank())) {
            throw new IllegalArgumentException("axis (" + given + ") must be one of " + rank()
                    + "\nMaybe the model expects inputs of another shape.");
        }
        return (int) axis;
    }

    /// The same numbers in another shape.
    Tensor in(int... other) {
        return new Tensor(other, values);
    }

    /// How many numbers stand before this axis, seen as one.
    int before(int axis) {
        return IntStream.range(0, axis).map(i -> shape[i]).reduce(1, (x, y) -> x * y);
    }

    /// How many numbers stand behind this axis, seen as one.
    int behind(int axis) {
        return IntStream.range(axis + 1, rank()).map(i -> shape[i]).reduce(1, (x, y) -> x * y);
    }

    /// The length of the last axis; of a single number 1.
    int width() {
        return rank() == 0 ? 1 : shape[rank() - 1];
    }

    /// How many rows of [#width] there are.
    int rows() {
        return width() == 0 ? 0 : values.length / width();
    }
}
