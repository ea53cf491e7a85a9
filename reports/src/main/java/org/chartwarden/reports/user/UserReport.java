package org.chartwarden.reports.user;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.reports.Newest;
import org.chartwarden.reports.Report;
import org.chartwarden.reports.ReportContext;
import org.chartwarden.reports.ReportPages;
import org.chartwarden.reports.Words;
import org.chartwarden.reports.csv.CsvFile;
import org.chartwarden.reports.data.AccessLines;
import org.chartwarden.reports.data.AccessQueries;
import org.chartwarden.reports.data.AccessRow;
import org.chartwarden.reports.data.AlertRow;
import org.chartwarden.reports.data.DispositionRow;
import org.chartwarden.sink.search.AuditReader;
import org.chartwarden.sink.search.Documents;

/** What one person, or account, did: for the officer who investigates, not for the person's colleagues. */
public final class UserReport implements Report {

    private final AuditReader search;
    private final ReportContext context;
    private final String userId;

    public UserReport(AuditReader search, ReportContext context, String userId) {
        this.search = search;
        this.context = context;
        this.userId = userId;
    }

    @Override
    public String name() {
        return context.fileName("user-activity");
    }

    @Override
    public ReportPages read(CsvFile lines) throws IOException {
        Query user = AccessQueries.is("user.id", userId);
        UserActivity activity = new UserActivity(context.zone());
        lines.line(with(AccessLines.HEADER, "rules", "unexplained because"));
        search.read(
                Documents.ACCESSES,
                AccessQueries.all(user, AccessQueries.within(context.span(), "@timestamp")),
                document -> {
                    AccessRow access = new AccessRow(document);
                    activity.add(access);
                    lines.line(with(
                            AccessLines.cells(access, context),
                            Words.joined(access.ruleIds()),
                            String.join("; ", access.unexplainedBecause())));
                });
        Newest<AlertRow> alerts = alerts(user);
        UserPages pages = new UserPages(context, userId, activity, new Peers(search, context).days(activity));
        return new ReportPages(
                pages.document(alerts, decisions(user)),
                Words.count(activity.opened(), "chart opening", "chart openings") + " of "
                        + Words.count(activity.patients().size(), "patient", "patients") + ", "
                        + Words.share(activity.explained(), activity.opened()) + " explained; "
                        + Words.count(alerts.count(), "alert", "alerts"));
    }

    private Newest<AlertRow> alerts(Query user) throws IOException {
        Newest<AlertRow> alerts = new Newest<>();
        Query about = AccessQueries.any(user, AccessQueries.is("chartwarden.involved_user_ids", userId));
        search.read(
                Documents.ALERTS,
                AccessQueries.all(about, AccessQueries.within(context.span(), "event.start")),
                document -> alerts.add(new AlertRow(document)));
        return alerts;
    }

    private Newest<DispositionRow> decisions(Query user) throws IOException {
        Newest<DispositionRow> decisions = new Newest<>();
        search.read(
                Documents.DISPOSITIONS,
                AccessQueries.all(user, AccessQueries.within(context.span(), "@timestamp")),
                document -> decisions.add(new DispositionRow(document)));
        return decisions;
    }

    private static List<String> with(List<String> cells, String... more) {
        List<String> all = new ArrayList<>(cells);
        all.addAll(List.of(more));
        return all;
    }
}
