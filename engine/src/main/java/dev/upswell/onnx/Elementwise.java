package dev.upswell.onnx;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// Operations that go along number by number, stretching axes of length 1.
final class Elementwise {

    private Elementwise() {
    }

    static Tensor each(Tensor tensor, DoubleUnaryOperator function) {
        return new Tensor(tensor.shape(), Arrays.stream(tensor.values()).map(function).toArray());
    }

    static Tensor both(Tensor one, Tensor other, DoubleBinaryOperator function) {
        int[] shape = common(one.shape(), other.shape());
        int[] first = places(one, shape);
        int[] second = places(other, shape);
        double[] values = new double[first.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsDouble(one.values()[first[i]], other.values()[second[i]]);
        }
        return new Tensor(shape, values);
    }

    /// The second where the first holds, else the third.
    static Tensor choose(Tensor where, Tensor one, Tensor other) {
        int[] shape = common(where.shape(), common(one.shape(), other.shape()));
        int[] condition = places(where, shape);
        int[] first = places(one, shape);
        int[] second = places(other, shape);
        double[] values = new double[condition.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = where.values()[condition[i]] != 0 ? one.values()[first[i]] : other.values()[second[i]];
        }
        return new Tensor(shape, values);
    }

    private static int[] common(int[] one, int[] other) {
        int rank = Math.max(one.length, other.length);
        int[] shape = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int first = i <= one.length ? one[one.length - i] : 1;
            int second = i <= other.length ? other[other.length - i] : 1;
            if (first != second && first != 1 && second != 1) {
                throw new IllegalArgumentException("shapes " + Arrays.toString(one) + " and " + Arrays.toString(other)
                        + " must go together");
            }
            shape[rank - i] = first == 1 ? second : first;
        }
        return shape;
    }

    /// Where each number of the stretched shape stands in the tensor.
    private static int[] places(Tensor tensor, int[] shape) {
        int[] places = new int[Tensor.size(shape)];
        int[] at = new int[shape.length];
        int[] stride = new int[shape.length];
        int step = 1;
        for (int i = 1; i <= tensor.rank(); i++) {
            int length = tensor.shape()[tensor.rank() - i];
            stride[shape.length - i] = length == 1 ? 0 : step;
            step *= length;
        }
        int place = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = place;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                at[axis]++;
                place += stride[axis];
                if (at[axis] < shape[axis]) {
                    break;
                }
                place -= stride[axis] * shape[axis];
                at[axis] = 0;
            }
        }
        return places;
    }
}
