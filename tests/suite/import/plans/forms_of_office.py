"""What stands around the table in every document of an office: its head and its foot, by Nghị định 30/2020/NĐ-CP."""

from writing.grid import Grid, of_rows


def head(issuer: str, number: str, day: str) -> Grid:
    """The title block; "¶" ends a line of the issuer's name."""
    return of_rows([
        [issuer + "¶-------", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶Độc lập - Tự do - Hạnh phúc¶---------------"],
        [f"Số: {number}", day],
    ])


def foot(signer: str) -> Grid:
    return of_rows([["Nơi nhận:¶- Như trên;¶- Lưu: VT.", signer]])
