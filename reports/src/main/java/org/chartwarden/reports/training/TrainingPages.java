package org.chartwarden.reports.training;

import java.util.List;
import java.util.function.ToLongFunction;
import org.chartwarden.reports.ReportContext;
import org.chartwarden.reports.Words;
import org.chartwarden.reports.pdf.Column;
import org.chartwarden.reports.pdf.Fact;
import org.chartwarden.reports.pdf.PdfDocument;
import org.chartwarden.reports.pdf.Picture;
import org.chartwarden.reports.pdf.Table;
import org.chartwarden.reports.picture.Bars;

/** The training needs as people read them. */
final class TrainingPages {

    private final List<Department> departments;
    private final long nowhere;
    private final PdfDocument document;

    /** @param departments with the most incidents first */
    TrainingPages(ReportContext context, List<Department> departments, long nowhere) {
        this.departments = departments;
        this.nowhere = nowhere;
        this.document = new PdfDocument(context.title(
                "Training needs", "Where incidents were explained away or not meant. Nobody is named.", List.of()));
    }

    PdfDocument document() {
        if (departments.isEmpty()) {
            document.paragraph("No chart was opened and nothing was found in this time, as far as the connected systems"
                    + " have told.");
        } else {
            addSummary();
            addPicture();
            addDepartments();
        }
        addNotes();
        return document;
    }

    private void addSummary() {
        document.figures(List.of(
                Fact.count(sum(Department::incidents), "incident to learn from", "incidents to learn from"),
                Fact.count(sum(Department::paperwork), "paperwork late or missing", "paperwork late or missing"),
                Fact.count(sum(Department::appropriate), "found appropriate", "found appropriate"),
                Fact.count(sum(Department::unintentional), "unintentional violation", "unintentional violations"),
                Fact.count(sum(Department::ownRecord), "own record opened", "own records opened")));
    }

    private long sum(ToLongFunction<Department> count) {
        return departments.stream().mapToLong(count).sum();
    }

    private void addPicture() {
        List<Bars.Bar> bars = departments.stream()
                .filter(department -> department.incidents() > 0)
                .map(department -> new Bars.Bar(
                        department.name(),
                        List.of(department.paperwork(), department.appropriate(), department.mistakes()),
                        Words.number(department.incidents())))
                .toList();
        document.heading("Where")
                .picture(new Picture(
                        Bars.draw(
                                List.of("paperwork late or missing", "found appropriate", "mistake or own record"),
                                bars,
                                "Incidents by department"),
                        "Incidents by department and kind."));
    }

    private void addDepartments() {
        document.heading("Department by department")
                .table(new Table(
                        List.of(
                                Column.text("Department", 2.5),
                                Column.number("People", 1.2),
                                Column.number("Charts opened", 1.3),
                                Column.number("No reason", 1.2),
                                Column.number("Late papers", 1.2),
                                Column.number("Gaps", 1),
                                Column.number("Reason found", 1.2),
                                Column.number("Not meant", 1.2),
                                Column.number("Own record", 1.5),
                                Column.text("What to teach first", 3.4)),
                        departments.stream().map(TrainingPages::row).toList()));
    }

    private static List<String> row(Department department) {
        return List.of(
                department.name(),
                Words.number(department.people()),
                Words.number(department.opened()),
                Words.share(department.unexplained(), department.opened()),
                Words.number(department.latePaperwork()),
                Words.number(department.documentationGaps()),
                Words.number(department.appropriate()),
                Words.number(department.unintentional()),
                Words.number(department.ownRecord()),
                department.advice());
    }

    private void addNotes() {
        document.heading("How it is counted")
                .list(List.of(
                        "An incident is an alert whose first access lies in this time and that late paperwork explained,"
                                + " or that an officer decided to be appropriate, a gap in the documentation, an"
                                + " unintentional violation or an own record. Curiosity, malice and what is undecided"
                                + " are no matter of training and not in it.",
                        "Late papers: explained by paperwork that came late. Gaps: an officer found a gap in the"
                                + " documentation. Reason found: an officer found it appropriate. Not meant: an"
                                + " unintentional violation.",
                        "Departments in which fewer than " + Departments.FEWEST_PEOPLE
                                + " people opened a chart are told"
                                + " together, since their figures would name somebody. Who works in several departments"
                                + " counts in each.",
                        Words.count(nowhere, "alert belongs", "alerts belong")
                                + " to no department: stories of a patient's record, or of somebody whose department is"
                                + " not known."));
    }
}
