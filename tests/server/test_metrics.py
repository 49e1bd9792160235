"""Figures for Prometheus: on the newsroom's port, for this machine or whoever has the token."""

import re
from dataclasses import replace

import pytest
from django.conf import settings as site_settings

from dateline import press
from tests.front.pressroom import built, room  # noqa: F401

pytestmark = pytest.mark.django_db

LINE = re.compile(r'^[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? -?[0-9.e+-]+$')


def test_the_figures_are_lines_that_prometheus_reads(client, room):  # noqa: F811
    press.touch_all()

    answer = client.get("/metrics")

    text = answer.content.decode()
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert answer["Content-Type"].startswith("text/plain; version=0.0.4")
    assert [line for line in lines if not LINE.match(line)] == []
    assert 'dateline_press_sheets{state="live"}' in text
    assert "dateline_press_drift 0" in lines
    assert text.count("# TYPE") == text.count("# HELP")


def test_strangers_and_proxies_are_refused_without_a_token(client):
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.5").status_code == 403
    assert client.get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 403
    assert client.post("/metrics").status_code == 405


def test_a_token_lets_its_bearer_in_from_anywhere_and_nobody_else(client, settings):
    server = replace(site_settings.SITE.server, metrics_token="let me see")
    settings.SITE = replace(site_settings.SITE, server=server)
    bearer = {"Authorization": "Bearer let me see"}

    assert client.get("/metrics").status_code == 403
    assert client.get("/metrics", headers={"Authorization": "Bearer no"}).status_code == 403
    assert client.get("/metrics", headers=bearer, REMOTE_ADDR="203.0.113.5").status_code == 200
