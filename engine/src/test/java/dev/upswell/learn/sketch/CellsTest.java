package dev.upswell.learn.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class CellsTest {

    @Property(tries = 300)
    void cellsFollowTheBinsAndWhatWasNeverSeenHasOneOfItsOwn(@ForAll @Size(min = 1, max = 128) int[] drawn) {
        int[] known = Arrays.stream(drawn).map(value -> Math.floorMod(value, 4) == 0 ? 0 : Math.floorMod(value, 90))
                .toArray();

        Cells cells = Cells.of(known);

        boolean unseen = Arrays.stream(known).anyMatch(rows -> rows == 0);
        assertThat(cells.count()).isBetween(unseen ? 1 : 0, unseen ? 11 : 10);
        int before = 0;
        for (int bin = 0; bin < known.length; bin++) {
            int cell = cells.ofBin()[bin];
            if (known[bin] == 0) {
                assertThat(cell).isEqualTo(cells.count() - 1);
            } else {
                assertThat(cell).isBetween(before, unseen ? cells.count() - 2 : cells.count() - 1);
                before = cell;
            }
        }
    }

    @Example
    void evenBinsMakeTenEvenCells() {
        int[] known = new int[120];
        Arrays.fill(known, 5);
        int[] mass = new int[10];
        for (int cell : Cells.of(known).ofBin()) {
            mass[cell] += 5;
        }

        assertThat(mass).containsOnly(60);
    }
}
