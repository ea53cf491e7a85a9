package org.chartwarden.streams.rule;

import java.util.Arrays;
import java.util.Collection;

/**
 * Where numbers lie and how far apart, little moved by a few wild ones.
 *
 * @param median the middle one, or half-way between the middle two
 * @param deviation the median distance from the median, times 1.4826: what the standard deviation would be, were the
 *     numbers spread normally
 */
public record Spread(double median, double deviation) {

    private static final double TO_STANDARD_DEVIATION = 1.4826;

    /** @throws IllegalArgumentException when there are no numbers */
    public static Spread of(Collection<Integer> numbers) {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("nothing has no median");
        }
        double median =
                median(numbers.stream().mapToDouble(Integer::doubleValue).toArray());
        double distance = median(
                numbers.stream().mapToDouble(each -> Math.abs(each - median)).toArray());
        return new Spread(median, distance * TO_STANDARD_DEVIATION);
    }

    private static double median(double[] numbers) {
        Arrays.sort(numbers);
        int half = numbers.length / 2;
        return numbers.length % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2;
    }
}
