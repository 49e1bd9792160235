"""What the newsroom says where there is nothing."""


def test_an_address_without_a_page_leads_back_to_the_newsdesk(desk):
    answer = desk.get("/newsroom/nowhere/")

    said = answer.content.decode()
    assert answer.status_code == 404
    assert "There is nothing at this address." in said
    assert 'href="/newsroom/"' in said
    assert "Wagtail admin" not in said
