"""Two small digests as files, one of each layout, for stories about importing and editing."""

KEY_A = "0f3c5a8e9b7d4c6fa1e2d3b4c5f60718"
KEY_B = "1a2b3c4d5e6f708192a3b4c5d6e7f809"

LAYOUT_A = f"""\
# __Harbours Learn to Charge Ships__, from ([20240818](https://scan.example.net/p/20240818).)

__[External link](https://www.example.org/2024/07/harbours?utm_source=scan)__



## Summary

Three ports test charging arms for ferries. The first results are mixed.

## Keywords

* ferries
* charging
* ports

## Themes

* Energy
* Shipping

## Signals

| Signal                | Change              | 10y horizon            | Driving force   |
|:----------------------|:--------------------|:-----------------------|:----------------|
| Charging arms at quay | Diesel gives way    | Harbours without smoke | Air quality law |
| Grid too weak         | Ports buy batteries | Harbours trade power   | Cheap storage   |

## Closest

* [Ferries on Batteries]({KEY_B})
* [A Port That Is Not Here](ffffffffffffffffffffffffffffffff)"""

LAYOUT_B = """\
# __Ferries on Batteries__, (from page [20250511d](https://scan.example.net/p/20250511d).)

__[External link](https://www.example.org/ferries)__



## Keywords

* ferries
* batteries

## Themes

* energy

## Other

* Category: technology
* Type: news

## Summary

Short crossings go electric.

## Signals

| name         | description      | change    | 10-year       | driving-force   |   relevancy |
|:-------------|:-----------------|:----------|:--------------|:----------------|------------:|
| Swap at quay | Packs are lifted | From fuel | Routine swaps | Cost            |           4 |

## Concerns

| name      | description          |   relevancy |
|:----------|:---------------------|------------:|
| Fire risk | Crews lack training. |           5 |"""
