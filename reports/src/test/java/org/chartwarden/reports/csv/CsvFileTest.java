package org.chartwarden.reports.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

    @ParameterizedTest
    @CsvSource({
        "=1+2, '''=1+2'",
        "+SUM(A1), '''+SUM(A1)'",
        "-2+3, '''-2+3'",
        "@cmd, '''@cmd'",
        "' =HYPERLINK(1)', ''' =HYPERLINK(1)'",
        "＝1, '''＝1'",
        "-12.5, -12.5",
        "a=b, a=b"
    })
    void shouldNotLetASpreadsheetRunACell(String cell, String written) throws IOException {
        assertThat(lines(cell)).isEqualTo("\uFEFF" + written + "\r\n");
    }

    @Test
    void shouldQuoteAsRfc4180Says() throws IOException {
        assertThat(lines("a,b", "say \"no\"", "two\nlines", null, "李"))
                .isEqualTo("\uFEFF\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",,李\r\n");
    }

    private static String lines(String... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvFile file = CsvFile.open(out)) {
            file.line(cells);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
