# ruff: noqa: D100
# %% [markdown]
# # Ten questions
#
# Questions that people who read self-assessment reports ask, answered with pandas, polars and DuckDB. Cells begin with `# %%`: an editor that
# knows notebooks runs them one by one, and `python docs/tutorial.py ROOT` runs them all for the archive at `ROOT`.
#
# The answers printed below are those for Mongolia's end-of-term report of 2021-2023 alone. Its text is the published one. The colours of the
# copy that was read are a reconstruction that fits the sums which the text states: those counts are the report's own, a single
# milestone's colour may not be.

# %%
import sys

import pandas as pd
import polars as pl

import pipeline

root = sys.argv[1] if len(sys.argv) > 1 else "."
snapshot = pipeline.open_snapshot(root)

# %% [markdown]
# `open_snapshot` gives tables that belong together, whatever runs commit meanwhile. One line each:

# %%
reports = snapshot.pandas("reports")  # a pandas frame
milestones = snapshot.polars("milestones")  # a polars frame
comments = snapshot.arrow("comments")  # an Arrow table
sql = snapshot.duckdb()  # a DuckDB connection, a view a table

pd.set_option("display.width", 110, "display.max_columns", 12, "display.max_colwidth", 48)
pl.Config(tbl_hide_dataframe_shape=True, tbl_hide_column_data_types=True, tbl_width_chars=110, fmt_str_lengths=48, tbl_rows=20)
print(reports[["report_id", "country", "date_prepared", "n_milestones", "n_comments"]].to_string(index=False))

# %% [markdown]
# ## 1. How do governments rate themselves?
#
# A milestone without a rating is null, so it is counted apart and never as red.

# %%
print(
    sql.sql("""
    SELECT rating, count(*) AS milestones, round(100 * count(*) / sum(count(*)) OVER (), 1) AS percent
    FROM milestones
    GROUP BY rating
    ORDER BY milestones DESC, rating
""")
)

# %% [markdown]
# ## 2. Which share of the milestones rated green does an NGO contest?
#
# An NGO contests a rating where it proposes another one, or asks for a new assessment.

# %%
voices = snapshot.pandas("comments").merge(snapshot.pandas("milestones")[["milestone_id", "rating"]], on="milestone_id")
proposes_other = voices["proposed_rating"].notna() & (voices["proposed_rating"].astype(object) != voices["rating"].astype(object))
contests = (voices["organisation_kind"] == "ngo") & (proposes_other | voices["asks_reevaluation"].fillna(False).astype(bool))
contested = set(voices.loc[contests, "milestone_id"])
green = snapshot.pandas("milestones").query("rating == 'green'")
share = green["milestone_id"].isin(contested).mean()
print(f"{green['milestone_id'].isin(contested).sum()} of {len(green)} green milestones, {share:.0%}")

# %% [markdown]
# ## 3. Where are next steps missing?
#
# What is complete, withdrawn or at 100 % needs none; a table without a column for next steps is a question of its own, so its rows are left out.

# %%
print(
    sql.sql("""
    SELECT country, count(*) AS milestones, count(*) FILTER (next_steps IS NULL) AS without_next_steps
    FROM milestones JOIN reports USING (report_id)
    WHERE coalesce(completion NOT IN ('complete', 'withdrawn'), true)
      AND coalesce(percent_complete < 100, true)
      AND NOT list_contains(absent_columns, 'next_steps')
    GROUP BY country
    ORDER BY without_next_steps DESC, country
""")
)

# %% [markdown]
# ## 4. How many days lie between the date a report was prepared and the last comment on it?

# %%
last = snapshot.pandas("comments").groupby("report_id", observed=True)["comment_date"].max()
prepared = reports.set_index("report_id")["date_prepared"]
days = (pd.to_datetime(last) - pd.to_datetime(prepared)).dt.days.dropna()
print(f"median {days.median():g} days, {len(days)} report(s) with both dates")

# %% [markdown]
# ## 5. Who comments, and who proposes another rating?

# %%
spoken = (
    snapshot.polars("comments")
    .group_by("organisation", "organisation_kind")
    .agg(
        pl.len().alias("comments"),
        pl.col("proposed_rating").is_not_null().sum().alias("propose_a_rating"),
        pl.col("asks_reevaluation").fill_null(value=False).sum().alias("ask_anew"),
    )
)
print(spoken.sort(["comments", "organisation"], descending=[True, False]).head(10))

# %% [markdown]
# ## 6. What do they propose instead of the government's rating?

# %%
print(
    sql.sql("""
    SELECT m.rating AS government, k.proposed_rating AS proposed, k.proposal, count(*) AS comments
    FROM comments k JOIN milestones m USING (milestone_id)
    WHERE k.proposed_rating IS NOT NULL
    GROUP BY ALL
    ORDER BY comments DESC, government, proposed, k.proposal
""")
)

# %% [markdown]
# ## 7. Do the numbers in the text agree with the tables?
#
# `counted` is null where the tables can't tell: such a claim is neither right nor wrong.

# %%
claims = snapshot.polars("claims").with_columns(agrees=pl.col("stated") == pl.col("counted"))
print(claims.group_by("unit", "agrees").agg(claims=pl.len()).sort("unit", "agrees"))

# %% [markdown]
# ## 8. Which commitments are behind?

# %%
print(
    sql.sql("""
    SELECT c.commitment_number AS number, left(c.title, 60) AS title, count(*) AS milestones, count(*) FILTER (m.rating <> 'green') AS behind
    FROM commitments c JOIN milestones m USING (commitment_id)
    GROUP BY c.commitment_id, number, c.title
    HAVING behind > 0
    ORDER BY behind / milestones DESC, c.commitment_id
    LIMIT 5
""")
)

# %% [markdown]
# ## 9. How much evidence does a rating get?

# %%
words = milestones.select("rating", words=pl.col("evidence").str.count_matches(r"\S+"))
print(words.group_by("rating").agg(milestones=pl.len(), median_words=pl.col("words").median()).sort("rating"))

# %% [markdown]
# ## 10. What should be asked of the reports' authors?

# %%
findings = snapshot.polars("findings").filter(pl.col("status").cast(pl.String) == "open", pl.col("severity").cast(pl.String) != "info")
print(findings.group_by("severity", "rule").agg(findings=pl.len()).cast({"severity": pl.String, "rule": pl.String}).sort("severity", "rule"))

# %% [markdown]
# ## Where does a value come from?
#
# Every row ends with the document, table and row that it was read from; pages where the document has them.

# %%
print(
    sql.sql("""
    SELECT milestone_number, rating, file_name, source_table, source_row, source_pages
    FROM milestones JOIN submissions USING (document_id, report_id)
    ORDER BY report_id, position
    LIMIT 3
""")
)
