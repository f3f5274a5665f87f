package dev.upswell.server.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a whole number from the command line and refuses one outside its range, in words.
public final class WholeNumber {

    private WholeNumber() {
    }

    /// How many to show: at least 1.
    public static final class Count implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            return (int) between(text, 1, 1_000_000);
        }
    }

    /// How many to pass over: at least 0.
    public static final class Offset implements ITypeConverter<Long> {

        @Override
        public Long convert(String text) {
            return between(text, 0, Long.MAX_VALUE);
        }
    }

    /// A TCP port: 0 to 65535.
    public static final class Port implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            return (int) between(text, 0, 65_535);
        }
    }

    private static long between(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused(text, least, most);
        }
        throw refused(text, least, most);
    }

    private static TypeConversionException refused(String text, long least, long most) {
        String range = most == Long.MAX_VALUE ? "from " + least + " on" : "from " + least + " to " + most;
        return new TypeConversionException("\"" + text + "\" is not a whole number " + range);
    }
}
