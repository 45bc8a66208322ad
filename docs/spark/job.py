"""Runs an SQL export of cme on Spark.

    spark-submit job.py --sql hubei.spark.sql --practitioners people.csv --records records/ --year 2025 --database cme_2025

People and records are CSV with a header, JSON lines or Parquet: a file, a folder or a glob, by its ending or --format. The result
tables stand in the database. Give the master and the memory to spark-submit.
"""

import argparse
import json
import re

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import col, lit

YEAR = re.compile(r"\(SELECT \d{4} AS year\) y")


def statements(text):
    """Each ends with a semicolon at the end of a line, and no other line ends with one; a comment alone is none."""
    for part in text.split(";\n"):
        lines = [line for line in part.split("\n") if not line.startswith("--")]
        if "".join(lines).strip():
            yield "\n".join(lines)


def columns_of(text):
    """The columns that the rules declare, for each input."""
    head = next(line for line in text.split("\n") if line.startswith("-- cme {"))
    return json.loads(head[len("-- cme ") :])["columns"]


def table(spark: SparkSession, path: str, form: str, columns) -> DataFrame:
    """Every declared column as text; one without data is NULL."""
    if form == "parquet":
        read = spark.read.parquet(path)
    elif form == "json":
        schema = ", ".join(f"`{name}` STRING" for name in columns)
        read = spark.read.schema(schema).json(path)
    else:
        read = spark.read.csv(path, header=True, escape='"', multiLine=True, inferSchema=False)
    there = set(read.columns)
    quoted = {name: "`" + name.replace("`", "``") + "`" for name in columns}
    return read.select(
        *[(col(quoted[name]) if name in there else lit(None)).cast("string").alias(name) for name in columns]
    )


def form_of(path: str, said) -> str:
    if said:
        return said
    endings = {".parquet": "parquet", ".json": "json", ".ndjson": "json", ".jsonl": "json"}
    return next((form for ending, form in endings.items() if path.endswith(ending)), "csv")


def run(spark: SparkSession, text: str, practitioners: DataFrame, records: DataFrame, year=None) -> None:
    """The results are tables of the current database."""
    practitioners.createOrReplaceTempView("practitioners")
    records.createOrReplaceTempView("records")
    if year is not None:
        text = YEAR.sub(f"(SELECT {int(year)} AS year) y", text)
    for statement in statements(text):
        spark.sql(statement)


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("sql", "practitioners", "records"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--year", type=int)
    parser.add_argument("--database", default="default")
    parser.add_argument("--format", choices=("csv", "json", "parquet"))
    parser.add_argument("--partitions", type=int, help="how many parts of practitioners are reckoned apart")
    given = parser.parse_args()

    spark = SparkSession.builder.appName("cme").getOrCreate()
    if given.partitions:
        spark.conf.set("spark.sql.shuffle.partitions", given.partitions)
    spark.sql(f"CREATE DATABASE IF NOT EXISTS `{given.database}`")
    spark.sql(f"USE `{given.database}`")
    with open(given.sql, encoding="utf-8") as file:
        text = file.read()
    columns = columns_of(text)
    people, records = (
        table(spark, path, form_of(path, given.format), columns[name])
        for name, path in (("practitioners", given.practitioners), ("records", given.records))
    )
    # A practitioner's results hang on nobody else's: their records lie together from the start.
    run(spark, text, people, records.repartition("practitioner"), given.year)
    spark.table("cme_practitioners").groupBy("status").count().show()
    spark.stop()


if __name__ == "__main__":
    main()
