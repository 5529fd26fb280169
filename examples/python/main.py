"""The same app as main.ts, in Python: both write the same files."""

import sys

from cdk8s import Duration
from cdk8s_keda_functions import (
    Environment,
    FunctionsApp,
    KedaPlatform,
    NodeFunctionChart,
    ProjectChart,
    PythonFunctionChart,
    Trigger,
    Volume,
)

app = FunctionsApp(args=sys.argv[1:])
production = Environment(app, "production", domain="fn.example.com")
KedaPlatform(production, "keda")
ProjectChart(production, "shop", name="shop")

NodeFunctionChart(
    production,
    "checkout",
    project="shop",
    image="ghcr.io/example/checkout:1.4.2",
    cooldown=Duration.minutes(5),
)
PythonFunctionChart(
    production,
    "report",
    project="shop",
    image="ghcr.io/example/report:2.0.0",
    max_replicas=5,
    volumes={"/cache": Volume.from_empty_dir()},
    triggers=[
        Trigger.cron(timezone="Europe/Berlin", start="0 8 * * *", end="0 18 * * *", desired_replicas=2),
    ],
)
app.synth()
