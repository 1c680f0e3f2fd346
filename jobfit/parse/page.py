"""A Document comes in; a Page comes out: its pieces, where each stands and the features the line model reads."""

from __future__ import annotations

from dataclasses import dataclass

from jobfit.parse.blocks import pieces
from jobfit.parse.chains import join
from jobfit.parse.classify import classes
from jobfit.parse.features import Features, line_features
from jobfit.parse.model import LineModel
from jobfit.parse.piece import Piece
from jobfit.parse.sections import Place, places
from jobfit.types import Document, LineClass


@dataclass(frozen=True, slots=True)
class Page:
    """A document cut up: three lists of one length."""

    document: Document
    pieces: tuple[Piece, ...]
    places: tuple[Place, ...]
    features: tuple[Features, ...]

    def classes(self, model: LineModel) -> list[LineClass]:
        """Return the class of each piece."""
        return classes(self.pieces, self.places, [model.probabilities(row) for row in self.features])


def page(document: Document) -> Page:
    """Cut a document up."""
    found = join(pieces(document))
    where = places(found)
    return Page(document, tuple(found), tuple(where), tuple(line_features(found, where)))
