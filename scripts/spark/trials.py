"""Runs trials of SQL exports in one session of PySpark: argument 1 is a folder with trials.json, 2 the master."""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "docs", "spark"))

from pyspark.sql import SparkSession  # noqa: E402

import job  # noqa: E402

TABLES = ("cme_practitioners", "cme_categories", "cme_records", "cme_requirements", "cme_changed")


def session(master, folder):
    builder = (
        SparkSession.builder.master(master)
        .appName("cme-test")
        .config("spark.sql.warehouse.dir", os.path.join(folder, "warehouse"))
        .config("spark.executor.memory", "1g")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.ui.enabled", "false")
    )
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    # Executors may fail to start only once there is something to do.
    assert spark.range(0, 1000, 1, 4).groupBy().sum().collect()[0][0] == 499500
    return spark


def write(spark, folder):
    for name in TABLES:
        if spark.catalog.tableExists(name):
            rows = [
                {key: None if value is None else str(value) for key, value in row.asDict().items()}
                for row in spark.table(name).collect()
            ]
            with open(os.path.join(folder, f"{name}.json"), "w", encoding="utf-8") as file:
                json.dump(rows, file)


def main():
    folder, master = sys.argv[1:3]
    with open(os.path.join(folder, "trials.json"), encoding="utf-8") as file:
        trials = json.load(file)
    spark = session(master, folder)
    for number, trial in enumerate(trials):
        spark.sql(f"CREATE DATABASE IF NOT EXISTS trial_{number}")
        spark.sql(f"USE trial_{number}")
        for key, value in trial["settings"].items():
            spark.conf.set(key, value)
        # One roster after the other, the tables standing.
        for at in range(trial["rosters"]):
            place = os.path.join(folder, trial["name"], str(at))
            with open(os.path.join(folder, trial["name"], "rules.sql"), encoding="utf-8") as file:
                text = file.read()
            columns = job.columns_of(text)
            inputs = [
                job.table(spark, os.path.join(place, f"{name}.json"), "json", columns[name])
                for name in ("practitioners", "records")
            ]
            try:
                job.run(spark, text, inputs[0], inputs[1].repartition("practitioner"))
                write(spark, place)
            except Exception as error:  # noqa: BLE001
                with open(os.path.join(place, "error.txt"), "w", encoding="utf-8") as file:
                    file.write(str(error)[:4000])
            print(f"cme: ran {trial['name']}, roster {at + 1} of {trial['rosters']}", flush=True)
        for key in trial["settings"]:
            spark.conf.unset(key)
    spark.stop()


if __name__ == "__main__":
    main()
